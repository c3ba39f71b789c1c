// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import javax.servlet.sip.Address;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipSession;
import javax.servlet.sip.SipURI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.signalbox.resolver.Target;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.testkit.FakeSender.Departure;
import org.signalbox.transport.SendOutcome;

class UserAgentClientTest {
  private final ScriptedServlet servlet = ScriptedServlet.answering(200);
  private Stage stage;
  private SipFactory factory;
  private SipApplicationSession session;

  @BeforeEach
  void start() throws Exception {
    stage = Stage.with(servlet);
    factory = stage.container.factory();
    session = factory.createApplicationSession();
  }

  private SipServletRequest to(String method, String uri) throws Exception {
    return factory.createRequest(session, method, "\"Us\" <sip:us@here.example>", uri);
  }

  @Test
  void aRequestLeavesWithWhatTheRfcAsksFor() throws Exception {
    SipServletRequest request = to("OPTIONS", "sip:bob@peer.example");
    request.setHeader("Subject", "are you there");
    request.setContent("hi", "text/plain");

    request.send();

    Departure departure = stage.only();
    SipRequest sent = (SipRequest) departure.message();
    assertThat(departure.destination().address()).isEqualTo(Stage.PEER);
    assertThat(departure.startLine()).isEqualTo("OPTIONS sip:bob@peer.example SIP/2.0");
    assertThat(sent.topVia()).isNotNull();
    assertThat(sent.maxForwards()).isEqualTo(70);
    assertThat(sent.from().displayName()).isEqualTo("Us");
    assertThat(sent.fromTag()).isNotEmpty();
    assertThat(sent.toTag()).isNull();
    assertThat(sent.callId()).isEqualTo(request.getCallId());
    assertThat(sent.cseq()).hasToString("1 OPTIONS");
    assertThat(sent.value("Subject")).isEqualTo("are you there");
    assertThat(sent.value("Content-Type")).isEqualTo("text/plain");
    assertThat(sent.body()).hasToString("hi");
    assertThat(sent.header("Contact")).isNull();
    assertThat(request.isCommitted()).isTrue();
    assertThatThrownBy(request::send).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> request.setHeader("X", "y")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theAnswerReachesTheServletOfTheSession() throws Exception {
    SipServletRequest request = to("OPTIONS", "sip:bob@peer.example");
    request.send();

    stage.answer(stage.only(), 100, "");
    stage.answer(stage.network.departures().isEmpty() ? resent(request) : stage.only(), 200, "");

    assertThat(servlet.statuses()).containsExactly(200);
    assertThat(servlet.responses.get(0).getRequest()).isSameAs(request);
    assertThat(servlet.responses.get(0).getSession()).isSameAs(request.getSession());
    assertThat(servlet.responses.get(0).getRemoteAddr()).isEqualTo("192.0.2.2");
    assertThat(servlet.responses.get(0).isCommitted()).isTrue();
  }

  /** The request as the peer has it, for a second answer. */
  private Departure resent(SipServletRequest request) {
    stage.time.advance(Duration.ofSeconds(5));
    return stage.network.taken().get(0);
  }

  @Test
  void silenceIsDeliveredAs408() throws Exception {
    to("OPTIONS", "sip:bob@peer.example").send();

    stage.advance(Duration.ofSeconds(40));

    assertThat(servlet.statuses()).containsExactly(408);
  }

  @Test
  void anUnknownHostIsDeliveredAs503AfterSendHasReturned() throws Exception {
    to("OPTIONS", "sip:bob@nowhere.example").send();

    assertThat(servlet.responses).isEmpty();
    stage.runCallbacks();
    assertThat(servlet.statuses()).containsExactly(503);
    assertThat(stage.sent()).isEmpty();
  }

  @Test
  void withoutAListeningPointItIs503() throws Exception {
    stage.network.stopListening();

    to("OPTIONS", "sip:bob@peer.example").send();

    stage.runCallbacks();
    assertThat(servlet.statuses()).containsExactly(503);
  }

  @Test
  void theNextAddressIsTriedWhenOneCannotBeReached() throws Exception {
    stage.resolver.knows(
        "two.example",
        new Target(TransportProtocol.TCP, new InetSocketAddress("192.0.2.8", 5060)),
        new Target(TransportProtocol.UDP, new InetSocketAddress("192.0.2.9", 5060)));
    stage.network.failWith(new SendOutcome.Failed(SendOutcome.Cause.REFUSED, "refused"));

    to("MESSAGE", "sip:bob@two.example").send();

    stage.advance(Duration.ofSeconds(1));
    assertThat(stage.network.departures())
        .extracting(departure -> departure.destination().address().getHostString())
        .startsWith("192.0.2.8")
        .contains("192.0.2.9");
    assertThat(servlet.statuses()).containsExactly(503);
  }

  @Test
  void aRouteDecidesWhereTheRequestGoes() throws Exception {
    SipServletRequest request = to("OPTIONS", "sip:bob@far.example");
    request.pushRoute(factory.createSipURI(null, "peer.example"));

    request.send();

    Departure departure = stage.only();
    assertThat(departure.startLine()).isEqualTo("OPTIONS sip:bob@far.example SIP/2.0");
    assertThat(departure.message().value("Route")).isEqualTo("<sip:peer.example;lr>");
  }

  @Test
  void aTelephoneNumberNeedsARoute() throws Exception {
    SipServletRequest request = to("INVITE", "tel:+49301234");

    assertThatThrownBy(request::send).isInstanceOf(IOException.class).hasMessageContaining("route");
  }

  @Test
  void theApplicationMayAddToTheContactOfAnInvite() throws Exception {
    SipServletRequest request = to("INVITE", "sip:bob@peer.example");
    Address contact = request.getAddressHeader("Contact");
    ((SipURI) contact.getURI()).setUser("us");
    contact.setParameter("x", "1");

    request.send();

    assertThat(stage.only().message().value("Contact")).isEqualTo("<sip:us@192.0.2.1:5060>;x=1");
    assertThatThrownBy(() -> to("INVITE", "sip:a@b").setHeader("Contact", "<sip:c@d>"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSuccessIsAcknowledgedByTheServletAndAgainForItsRepetition() throws Exception {
    to("INVITE", "sip:bob@peer.example").send();
    Departure invite = stage.only();
    String ok = "Contact: <sip:bob@peer.example:5080>\r\nRecord-Route: <sip:peer.example;lr>\r\n";
    stage.answer(invite, 200, ok);

    servlet.responses.get(0).createAck().send();

    Departure ack = stage.only();
    assertThat(ack.startLine()).isEqualTo("ACK sip:bob@peer.example:5080 SIP/2.0");
    assertThat(ack.message().toTag()).isEqualTo("bob");
    assertThat(ack.message().cseq()).hasToString("1 ACK");
    assertThat(ack.message().value("Route")).isEqualTo("<sip:peer.example;lr>");
    stage.answer(invite, 200, ok);
    assertThat(stage.only().startLine()).startsWith("ACK ");
    assertThat(servlet.responses).hasSize(1);
    assertThat(servlet.responses.get(0).getSession().getState())
        .isEqualTo(SipSession.State.CONFIRMED);
  }

  @Test
  void aRepeatedSuccessIsToldOnceAndThatOfAnotherForkToo() throws Exception {
    to("INVITE", "sip:bob@peer.example").send();
    Departure invite = stage.only();

    stage.answer(invite, 200, "");
    stage.answer(invite, 200, "");
    stage.answer(invite, 200, "", "another");

    assertThat(servlet.statuses()).containsExactly(200, 200);
    assertThat(stage.sent()).isEmpty();
  }

  @Test
  void whatCouldNotLeaveMayBeCorrectedAndSentAgain() throws Exception {
    SipServletRequest request = to("MESSAGE", "tel:+49301234");
    assertThatThrownBy(request::send).isInstanceOf(IOException.class);

    request.pushRoute(factory.createSipURI(null, "peer.example"));
    request.send();

    assertThat(stage.only().startLine()).isEqualTo("MESSAGE tel:+49301234 SIP/2.0");
  }

  @Test
  void onlyASuccessToInviteIsAcknowledged() throws Exception {
    to("OPTIONS", "sip:bob@peer.example").send();
    stage.answer(stage.only(), 200, "");

    assertThatThrownBy(() -> servlet.responses.get(0).createAck())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anInviteIsCancelledOnceItIsHeard() throws Exception {
    SipServletRequest invite = to("INVITE", "sip:bob@peer.example");
    invite.send();
    Departure sent = stage.only();
    stage.answer(sent, 180, "");

    SipServletRequest cancel = invite.createCancel();
    cancel.setHeader("Reason", "SIP;cause=200");
    cancel.send();

    Departure left = stage.only();
    assertThat(left.startLine()).isEqualTo("CANCEL sip:bob@peer.example SIP/2.0");
    assertThat(left.message().value("Reason")).isEqualTo("SIP;cause=200");
    stage.answer(sent, 487, "");
    assertThat(servlet.statuses()).containsExactly(180, 487);
    assertThatThrownBy(() -> to("OPTIONS", "sip:a@peer.example").createCancel())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theSessionFollowsTheCall() throws Exception {
    SipServletRequest invite = to("INVITE", "sip:bob@peer.example");
    SipSession call = invite.getSession();
    assertThat(call.getState()).isEqualTo(SipSession.State.INITIAL);
    invite.send();
    Departure sent = stage.only();

    stage.answer(sent, 180, "");
    assertThat(call.getState()).isEqualTo(SipSession.State.EARLY);
    call.setInvalidateWhenReady(false);
    stage.answer(sent, 486, "");

    assertThat(call.getState()).isEqualTo(SipSession.State.INITIAL);
    assertThat(call.isReadyToInvalidate()).isTrue();
  }

  @Test
  void whatCannotBeginAnythingIsRefused() {
    assertThatThrownBy(() -> to("ACK", "sip:a@b")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> to("CANCEL", "sip:a@b")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> to("OPT IONS", "sip:a@b"))
        .isInstanceOf(IllegalArgumentException.class);
    session.invalidate();
    assertThatThrownBy(() -> to("OPTIONS", "sip:a@b")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anotherServletMayHandleTheSession() throws Exception {
    ScriptedServlet other = ScriptedServlet.silent();
    stage = new Stage.Application().servlet("main", servlet).servlet("other", other).started();
    factory = stage.container.factory();
    session = factory.createApplicationSession();
    SipServletRequest request = to("OPTIONS", "sip:bob@peer.example");
    request.getSession().setHandler("other");

    request.send();
    stage.answer(stage.only(), 200, "");

    assertThat(other.statuses()).containsExactly(200);
    assertThat(servlet.responses).isEmpty();
  }
}
