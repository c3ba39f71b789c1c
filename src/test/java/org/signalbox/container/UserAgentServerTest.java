// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import javax.servlet.ServletException;
import javax.servlet.UnavailableException;
import javax.servlet.sip.SipErrorEvent;
import javax.servlet.sip.SipErrorListener;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.junit.jupiter.api.Test;
import org.signalbox.testkit.FakeSender.Departure;

class UserAgentServerTest {

  @Test
  void optionsAnsweredAtOnceLeavesNoTrace() throws Exception {
    Stage stage = Stage.with(ScriptedServlet.answering(200));

    stage.arrive(Stage.request("OPTIONS", "1"));

    assertThat(stage.sent()).containsExactly("SIP/2.0 200 OK");
    assertThat(stage.layer.serverTransactions()).isZero();
    assertThat(stage.wheel.waiting()).isZero();
  }

  @Test
  void aRepeatedOptionsGetsTheSameToTag() throws Exception {
    Stage stage = Stage.with(ScriptedServlet.answering(200));

    stage.arrive(Stage.request("OPTIONS", "1"));
    String first = toTag(stage.only());
    stage.arrive(Stage.request("OPTIONS", "1"));
    String again = toTag(stage.only());
    stage.arrive(Stage.request("OPTIONS", "2"));
    String another = toTag(stage.only());

    assertThat(again).isEqualTo(first).isNotNull();
    assertThat(another).isNotEqualTo(first);
  }

  @Test
  void aContextParameterGivesEveryRequestATransaction() throws Exception {
    Stage stage =
        new Stage.Application()
            .servlet("main", ScriptedServlet.answering(200))
            .parameter(SipContainer.STATEFUL, "true")
            .started();

    stage.arrive(Stage.request("OPTIONS", "1"));

    assertThat(stage.layer.serverTransactions()).isEqualTo(1);
  }

  @Test
  void otherMethodsGetATransactionAndRetransmissionsNeverReachTheServlet() throws Exception {
    ScriptedServlet servlet = ScriptedServlet.answering(200);
    Stage stage = Stage.with(servlet);

    stage.arrive(Stage.request("MESSAGE", "1"));
    stage.arrive(Stage.request("MESSAGE", "1"));

    assertThat(servlet.requests).hasSize(1);
    assertThat(stage.sent()).containsExactly("SIP/2.0 200 OK", "SIP/2.0 200 OK");
    assertThat(stage.layer.serverTransactions()).isEqualTo(1);
  }

  @Test
  void anUnansweredRequestWaitsAndIsAnsweredLater() throws Exception {
    ScriptedServlet servlet = ScriptedServlet.silent();
    Stage stage = Stage.with(servlet);

    stage.arrive(Stage.request("OPTIONS", "1"));
    assertThat(stage.layer.serverTransactions()).isEqualTo(1);
    stage.arrive(Stage.request("OPTIONS", "1"));
    assertThat(servlet.requests).hasSize(1);

    servlet.last().createResponse(486).send();

    assertThat(stage.sent()).containsExactly("SIP/2.0 486 Busy Here");
  }

  @Test
  void anotherThreadMayAnswer() throws Exception {
    ScriptedServlet servlet = ScriptedServlet.silent();
    Stage stage = Stage.with(servlet);
    stage.arrive(Stage.request("MESSAGE", "1"));

    Thread other =
        new Thread(
            () -> {
              try {
                servlet.last().createResponse(202).send();
              } catch (IOException unexpected) {
                throw new AssertionError(unexpected);
              }
            });
    other.start();
    other.join();

    assertThat(stage.sent()).containsExactly("SIP/2.0 202 Accepted");
  }

  @Test
  void aSecondFinalAnswerIsRefused() throws Exception {
    ScriptedServlet servlet = ScriptedServlet.answering(404);
    Stage stage = Stage.with(servlet);
    stage.arrive(Stage.request("MESSAGE", "1"));

    assertThatThrownBy(() -> servlet.last().createResponse(200))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("404");
    assertThat(servlet.last().isCommitted()).isTrue();
  }

  @Test
  void aResponseIsSentOnce() throws Exception {
    Stage stage =
        Stage.with(
            new ScriptedServlet(
                request -> {
                  SipServletResponse response = request.createResponse(200);
                  response.send();
                  assertThat(response.isCommitted()).isTrue();
                  assertThatThrownBy(response::send).isInstanceOf(IllegalStateException.class);
                  assertThatThrownBy(() -> response.setHeader("X", "y"))
                      .isInstanceOf(IllegalStateException.class);
                }));

    stage.arrive(Stage.request("OPTIONS", "1"));

    assertThat(stage.sent()).containsExactly("SIP/2.0 200 OK");
  }

  @Test
  void aFailingServletCostsTheSender500AndNobodyElse() throws Exception {
    Stage stage =
        Stage.with(
            new ScriptedServlet(
                request -> {
                  throw new IllegalArgumentException("oops");
                }));

    stage.arrive(Stage.request("OPTIONS", "1"));
    stage.arrive(Stage.request("INVITE", "2"));

    assertThat(stage.sent())
        .containsExactly("SIP/2.0 500 Server Internal Error", "SIP/2.0 500 Server Internal Error");
  }

  @Test
  void aServletThatFailsAfterItsAnswerChangesNothing() throws Exception {
    Stage stage =
        Stage.with(
            new ScriptedServlet(
                request -> {
                  request.createResponse(200).send();
                  throw new ServletException("oops");
                }));

    stage.arrive(Stage.request("OPTIONS", "1"));

    assertThat(stage.sent()).containsExactly("SIP/2.0 200 OK");
  }

  @Test
  void anUnavailableServletMeans503() throws Exception {
    Stage stage =
        Stage.with(
            new ScriptedServlet(
                request -> {
                  throw new UnavailableException("closed", 5);
                }));

    stage.arrive(Stage.request("OPTIONS", "1"));

    assertThat(stage.only().text()).startsWith("SIP/2.0 503 ").contains("Retry-After: ");
  }

  @Test
  void aServletThatCannotBeCreatedMeans500() throws Exception {
    Stage stage =
        new Stage.Application()
            .servlet("main", "not a servlet", OptionalInt.empty(), Map.of())
            .started();

    stage.arrive(Stage.request("OPTIONS", "1"));

    assertThat(stage.sent()).containsExactly("SIP/2.0 500 Server Internal Error");
  }

  @Test
  void nobodyToServeMeans404() throws Exception {
    Stage stage =
        new Stage.Application()
            .servlet("main", ScriptedServlet.answering(200))
            .selection(new ServletSelection.Mapped(List.of()))
            .started();

    stage.arrive(Stage.request("OPTIONS", "1"));

    assertThat(stage.sent()).containsExactly("SIP/2.0 404 Not Found");
  }

  @Test
  void outsideItsLifeTheContainerSays503() throws Exception {
    Stage stage = Stage.with(ScriptedServlet.answering(200));
    stage.container.close();

    stage.arrive(Stage.request("OPTIONS", "1"));

    assertThat(stage.only().text()).startsWith("SIP/2.0 503 ");
  }

  @Test
  void aRequestThatCannotBeReadGets400WithAReason() throws Exception {
    ScriptedServlet servlet = ScriptedServlet.answering(200);
    Stage stage = Stage.with(servlet);

    stage.arrive(Stage.request("OPTIONS", "1").replace("CSeq: 1", "CSeq: one"));
    stage.arrive(Stage.request("OPTIONS", "2").replace("CSeq: 1 OPTIONS", "CSeq: 1 INVITE"));

    assertThat(stage.sent()).hasSize(2).allMatch(line -> line.startsWith("SIP/2.0 400 Bad"));
    assertThat(servlet.requests).isEmpty();
  }

  @Test
  void aRequestWithoutToOrCallIdGetsSilence() throws Exception {
    Stage stage = Stage.with(ScriptedServlet.answering(200));

    stage.arrive(Stage.request("OPTIONS", "1").replaceFirst("To: .*\r\n", ""));
    stage.arrive(Stage.request("OPTIONS", "2").replaceFirst("Call-ID: .*\r\n", ""));

    assertThat(stage.sent()).isEmpty();
  }

  @Test
  void cancelIsAnsweredWith200AndItsInviteWith487() throws Exception {
    ScriptedServlet servlet = ScriptedServlet.silent();
    Stage stage = Stage.with(servlet);
    stage.arrive(Stage.request("INVITE", "1"));

    stage.arrive(Stage.request("CANCEL", "1"));

    assertThat(stage.sent()).containsExactly("SIP/2.0 200 OK", "SIP/2.0 487 Request Terminated");
    assertThat(servlet.requests)
        .extracting(request -> request.getMethod())
        .containsExactly("INVITE", "CANCEL");
    assertThatThrownBy(() -> servlet.requests.get(0).createResponse(200))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> servlet.last().createResponse(200))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void cancelAfterTheAnswerIsOnlyAcknowledged() throws Exception {
    ScriptedServlet servlet = ScriptedServlet.answering(486);
    Stage stage = Stage.with(servlet);
    stage.arrive(Stage.request("INVITE", "1"));
    stage.sent();

    stage.arrive(Stage.request("CANCEL", "1"));

    assertThat(stage.sent()).containsExactly("SIP/2.0 200 OK");
    assertThat(servlet.requests).hasSize(1);
  }

  @Test
  void cancelOfNothingGets481() throws Exception {
    Stage stage = Stage.with(ScriptedServlet.silent());

    stage.arrive(Stage.request("CANCEL", "1"));

    assertThat(stage.sent()).containsExactly("SIP/2.0 481 Call/Transaction Does Not Exist");
  }

  @Test
  void theAckOfASuccessReachesTheServletWithItsSession() throws Exception {
    ScriptedServlet servlet =
        new ScriptedServlet(
            request -> {
              if (request.getMethod().equals("INVITE")) {
                request.getSession().setAttribute("call", 7);
                request.createResponse(200).send();
              }
            });
    Stage stage = Stage.with(servlet);
    stage.arrive(Stage.request("INVITE", "1"));
    Departure ok = stage.only();

    stage.arrive(Stage.request("ACK", "2", "To: <sip:bob@192.0.2.1>;tag=" + toTag(ok) + "\r\n"));

    assertThat(ok.text()).contains("Contact: <sip:192.0.2.1:5060>");
    assertThat(servlet.last().getMethod()).isEqualTo("ACK");
    assertThat(servlet.last().getSession(false).getAttribute("call")).isEqualTo(7);
    stage.advance(Duration.ofSeconds(40));
    assertThat(stage.sent()).isEmpty();
  }

  @Test
  void anAckThatComesAgainReachesTheServletOnce() throws Exception {
    ScriptedServlet servlet =
        new ScriptedServlet(
            request -> {
              if (request.getMethod().equals("INVITE")) {
                request.createResponse(200).send();
              }
            });
    Stage stage = Stage.with(servlet);
    stage.arrive(Stage.request("INVITE", "1"));
    String ack =
        Stage.request("ACK", "2", "To: <sip:bob@192.0.2.1>;tag=" + toTag(stage.only()) + "\r\n");

    stage.arrive(ack);
    stage.arrive(ack);

    assertThat(servlet.requests)
        .extracting(SipServletRequest::getMethod)
        .containsExactly("INVITE", "ACK");
  }

  @Test
  void aScriptGetsEachAckForItMayHaveToPassItOn() throws Exception {
    class Script extends ScriptedServlet implements StatelessServlet {
      Script() {
        super(
            request -> {
              if (request.getMethod().equals("INVITE")) {
                request.createResponse(200).send();
              }
            });
      }
    }
    Script script = new Script();
    Stage stage = Stage.with(script);
    stage.arrive(Stage.request("INVITE", "1"));
    String ack =
        Stage.request("ACK", "2", "To: <sip:bob@192.0.2.1>;tag=" + toTag(stage.only()) + "\r\n");

    stage.arrive(ack);
    stage.arrive(ack);

    assertThat(script.requests)
        .extracting(SipServletRequest::getMethod)
        .containsExactly("INVITE", "ACK", "ACK");
  }

  @Test
  void aCancelThatComesBeforeTheServletHasTheInviteFindsItsServlet() throws Exception {
    List<String> heard = new ArrayList<>();
    Stage[] stage = new Stage[1];
    stage[0] =
        Stage.with(
            new ScriptedServlet(
                request -> {
                  heard.add(request.getMethod());
                  if (request.getMethod().equals("INVITE")) {
                    stage[0].arrive(Stage.request("CANCEL", "1"));
                  }
                }));

    stage[0].arrive(Stage.request("INVITE", "1"));

    assertThat(heard).containsExactly("INVITE", "CANCEL");
    assertThat(stage[0].sent()).containsExactly("SIP/2.0 200 OK", "SIP/2.0 487 Request Terminated");
  }

  @Test
  void closingWaitsForTheServletsAtWork() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    ScriptedServlet servlet =
        new ScriptedServlet(
            request -> {
              inside.countDown();
              await(goOn);
              order.add("served");
            }) {
          @Override
          public void destroy() {
            order.add("destroyed");
          }
        };
    Stage stage = Stage.with(servlet);
    Thread receiver = new Thread(() -> stage.arrive(Stage.request("OPTIONS", "1")));
    receiver.start();
    inside.await();
    Thread closer = new Thread(stage.container::close);
    closer.start();
    while (closer.getState() == Thread.State.NEW || closer.getState() == Thread.State.RUNNABLE) {
      Thread.onSpinWait();
    }

    goOn.countDown();
    closer.join();
    receiver.join();

    assertThat(order).containsExactly("served", "destroyed");
  }

  @Test
  void theAckOfAnAnswerThatLeftNoTraceReachesNobody() throws Exception {
    List<String> heard = new ArrayList<>();
    Stage stage = Stage.with(new ScriptedServlet(request -> heard.add(request.getMethod())));
    stage.arrive(Stage.request("ACK", "1", "To: <sip:bob@192.0.2.1>;tag=of-a-503\r\n"));
    assertThat(heard).isEmpty();
  }

  @Test
  void aSuccessWithoutAckIsRepeatedAndThenTold() throws Exception {
    List<SipErrorEvent> errors = new ArrayList<>();
    Stage stage =
        new Stage.Application()
            .servlet("main", ScriptedServlet.answering(200))
            .listener(
                new SipErrorListener() {
                  @Override
                  public void noAckReceived(SipErrorEvent event) {
                    errors.add(event);
                  }

                  @Override
                  public void noPrackReceived(SipErrorEvent event) {}
                })
            .started();
    stage.arrive(Stage.request("INVITE", "1"));

    stage.advance(Duration.ofSeconds(60));

    assertThat(stage.sent()).hasSizeGreaterThan(5).allMatch(line -> line.equals("SIP/2.0 200 OK"));
    assertThat(errors).hasSize(1);
    assertThat(errors.get(0).getRequest().getMethod()).isEqualTo("INVITE");
    assertThat(errors.get(0).getResponse().getStatus()).isEqualTo(200);
  }

  @Test
  void aRequestOfAnUnknownDialogThatNobodyAnswersGets481() throws Exception {
    Stage stage = Stage.with(ScriptedServlet.silent());

    stage.arrive(Stage.request("BYE", "1", "To: <sip:bob@192.0.2.1>;tag=gone\r\n"));

    assertThat(stage.sent()).containsExactly("SIP/2.0 481 Call/Transaction Does Not Exist");
  }

  @Test
  void evenAnEndlessRecursionHarmsNobody() throws Exception {
    Stage stage = Stage.with(new ScriptedServlet(UserAgentServerTest::forEver));

    stage.arrive(Stage.request("OPTIONS", "1"));

    assertThat(stage.sent()).containsExactly("SIP/2.0 500 Server Internal Error");
  }

  private static void forEver(SipServletRequest request) {
    forEver(request);
  }

  @Test
  void aFullTransactionTableMeans503AndTheServletIsSpared() throws Exception {
    ScriptedServlet servlet = ScriptedServlet.silent();
    Stage stage = new Stage.Application().servlet("main", servlet).transactions(1).started();

    stage.arrive(Stage.request("MESSAGE", "1"));
    stage.arrive(Stage.request("MESSAGE", "2"));

    assertThat(servlet.requests).hasSize(1);
    assertThat(stage.sent()).containsExactly("SIP/2.0 503 Service Unavailable");
  }

  @Test
  void anAnswerAfterTheEndOfTheTransactionIsAnIoException() throws Exception {
    ScriptedServlet servlet = ScriptedServlet.silent();
    Stage stage = Stage.with(servlet);
    stage.arrive(Stage.request("MESSAGE", "1"));
    SipServletResponse late = servlet.last().createResponse(200);

    stage.advance(Duration.ofMinutes(2));

    assertThatThrownBy(late::send).isInstanceOfAny(IOException.class, IllegalStateException.class);
  }

  @Test
  void aStatelessServletDecidesItself() throws Exception {
    class Script extends ScriptedServlet implements StatelessServlet {
      private static final long serialVersionUID = 1;

      Script() {
        super(request -> {});
      }
    }
    Script script = new Script();
    Stage stage = Stage.with(script);

    stage.arrive(Stage.request("INVITE", "1"));
    stage.arrive(Stage.request("CANCEL", "1"));
    stage.arrive(Stage.request("OPTIONS", "2").replace("CSeq: 1", "CSeq: x"));

    assertThat(script.requests).hasSize(3);
    assertThat(stage.layer.serverTransactions()).isZero();
    RawRequest raw = (RawRequest) script.requests.get(0);
    assertThat(raw.message().method()).isEqualTo("INVITE");
    assertThat(raw.startedTransaction()).isNull();
    assertThat(raw.transaction()).isSameAs(raw.startedTransaction());
  }

  @Test
  void aMainServletHandsOnByName() throws Exception {
    ScriptedServlet worker = ScriptedServlet.answering(200);
    ScriptedServlet main =
        new ScriptedServlet(
            request ->
                request.getServletContext().getNamedDispatcher("worker").forward(request, null));
    Stage stage = new Stage.Application().servlet("main", main).servlet("worker", worker).started();

    stage.arrive(Stage.request("OPTIONS", "1"));

    assertThat(worker.requests).hasSize(1);
    assertThat(stage.sent()).containsExactly("SIP/2.0 200 OK");
    assertThat(stage.container.context().getNamedDispatcher("nobody")).isNull();
  }

  private static String toTag(Departure departure) {
    return departure.message().toTag();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
