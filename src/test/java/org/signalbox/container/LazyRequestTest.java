// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.servlet.sip.Address;
import javax.servlet.sip.Parameterable;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.SipServletMessage.HeaderForm;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipURI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LazyRequestTest {

  private static SipServletRequest view(String headers) throws Exception {
    return Views.of(Stage.request("MESSAGE", "1", headers));
  }

  @Test
  void theRequestLineAndTheWayItCameAreShown() throws Exception {
    SipServletRequest request = view("");

    assertThat(request.getMethod()).isEqualTo("MESSAGE");
    assertThat(request.getRequestURI()).hasToString("sip:bob@192.0.2.1;x=y");
    assertThat(request.getProtocol()).isEqualTo("SIP/2.0");
    assertThat(request.getScheme()).isEqualTo("sip");
    assertThat(request.getCallId()).isEqualTo("call-1");
    assertThat(request.getMaxForwards()).isEqualTo(70);
    assertThat(request.isInitial()).isTrue();
    assertThat(request.getTransport()).isEqualTo("UDP");
    assertThat(request.isSecure()).isFalse();
    assertThat(request.getRemoteAddr()).isEqualTo("192.0.2.2");
    assertThat(request.getRemotePort()).isEqualTo(5070);
    assertThat(request.getLocalAddr()).isEqualTo("192.0.2.1");
    assertThat(request.getLocalPort()).isEqualTo(5060);
    assertThat(request.getInitialRemoteAddr()).isEqualTo("192.0.2.2");
    assertThat(request.getInitialTransport()).isEqualTo("UDP");
    assertThat(request.getParameter("x")).isEqualTo("y");
    assertThat(Collections.list(request.getParameterNames())).containsExactly("x");
    assertThat(request.getInputStream()).isNull();
    assertThat(request.getReader()).isNull();
    assertThat(request.getRemoteUser()).isNull();
    assertThat(request.isUserInRole("admin")).isFalse();
  }

  @Test
  void headersAreFoundByEveryName() throws Exception {
    SipServletRequest request =
        view("s: hello\r\nX-Two: a, b\r\nx-two: c\r\nAllow: INVITE, ACK\r\nAllow: BYE\r\n");

    assertThat(request.getHeader("Subject")).isEqualTo("hello");
    assertThat(request.getHeader("none")).isNull();
    assertThat(all(request.getHeaders("X-Two"))).containsExactly("a, b", "c");
    assertThat(all(request.getHeaders("allow"))).containsExactly("INVITE", "ACK", "BYE");
    assertThat(all(request.getHeaderNames()))
        .contains("Subject", "X-Two", "Via")
        .doesNotContain("s");
  }

  @Test
  void fromAndToBelongToTheContainer() throws Exception {
    SipServletRequest request = view("");

    assertThat(request.getFrom().getDisplayName()).isEqualTo("Alice");
    assertThat(request.getFrom().getParameter("tag")).isEqualTo("a");
    assertThat(request.getTo().getURI()).hasToString("sip:bob@192.0.2.1");
    assertThatThrownBy(() -> request.getFrom().setDisplayName("x"))
        .isInstanceOf(IllegalStateException.class);
    ((SipURI) request.getTo().getURI()).setUser("changed");
    assertThat(request.getTo().getURI()).hasToString("sip:bob@192.0.2.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"From", "t", "Call-ID", "CSeq", "v", "Route", "Record-Route", "Contact", "RSeq"})
  void systemHeadersAreProtected(String name) throws Exception {
    SipServletRequest request = view("");

    assertThatThrownBy(() -> request.setHeader(name, "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> request.addHeader(name, "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> request.removeHeader(name))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void contactIsFreeInRegisterAndInRedirections() throws Exception {
    SipServletRequest register = Views.of(Stage.request("REGISTER", "1"));
    SipServletRequest invite = Views.of(Stage.request("INVITE", "1"));

    register.setHeader("Contact", "<sip:a@b>");
    register.createResponse(200).setHeader("Contact", "<sip:a@b>");
    invite.createResponse(302).setHeader("Contact", "<sip:a@b>");
    assertThatThrownBy(() -> invite.createResponse(200).setHeader("Contact", "<sip:a@b>"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void otherHeadersMayBeChanged() throws Exception {
    SipServletRequest request = view("Subject: a\r\nX: 1\r\n");

    request.setHeader("s", "b");
    request.addHeader("X", "2");
    request.addAddressHeader("P-Asserted-Identity", request.getFrom(), true);
    request.removeHeader("Max-Forwards");

    assertThat(request.getHeader("Subject")).isEqualTo("b");
    assertThat(all(request.getHeaders("X"))).containsExactly("1", "2");
    assertThat(request.getMaxForwards()).isEqualTo(-1);
    assertThat(request.getHeader("Call-ID")).isEqualTo("call-1");
  }

  @Test
  void nothingBreaksOutOfItsLine() throws Exception {
    SipServletRequest request = view("");

    assertThatThrownBy(() -> request.setHeader("X", "a\r\nVia: b"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> request.setHeader("X Y", "a"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> request.setContent("a", "text/plain\r\nX: y"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void addressesAndParameterablesAreRead() throws Exception {
    SipServletRequest request =
        view(
            "Contact: <sip:a@b>;q=1, <sip:c@d>\r\n"
                + "Event: presence;id=4\r\n"
                + "P-Asserted-Identity: <<\r\n");

    Address contact = request.getAddressHeader("Contact");
    List<Address> all = new ArrayList<>();
    request.getAddressHeaders("m").forEachRemaining(all::add);
    Parameterable event = request.getParameterableHeader("Event");

    assertThat(contact.getQ()).isEqualTo(1);
    assertThat(all).hasSize(2);
    assertThat(event.getParameter("id")).isEqualTo("4");
    assertThat(request.getAddressHeader("none")).isNull();
    assertThatThrownBy(() -> request.getAddressHeader("P-Asserted-Identity"))
        .isInstanceOf(ServletParseException.class);
  }

  @Test
  void languagesComeInTheOrderOfPreference() throws Exception {
    SipServletRequest request =
        view("Accept-Language: da, en-GB;q=0.8, en;q=0.7, x;q=abc\r\nContent-Language: fr\r\n");

    assertThat(request.getAcceptLanguage()).isEqualTo(Locale.forLanguageTag("da"));
    assertThat(all(request.getAcceptLanguages()))
        .containsExactly(Locale.forLanguageTag("da"), Locale.UK, Locale.ENGLISH);
    assertThat(request.getContentLanguage()).isEqualTo(Locale.FRENCH);
    assertThat(view("").getAcceptLanguage()).isNull();
    request.addAcceptLanguage(Locale.GERMAN);
    assertThat(all(request.getAcceptLanguages())).contains(Locale.GERMAN);
  }

  @Test
  void textComesAsTextAndTheRestAsBytes() throws Exception {
    SipServletRequest text =
        view("Content-Type: text/plain;charset=iso-8859-1\r\nContent-Length: 0\r\n");
    assertThat(text.getContent()).isNull();
    assertThat(text.getCharacterEncoding()).isEqualTo("iso-8859-1");

    text.setContent("grün", "text/plain;charset=utf-8");
    assertThat(text.getRawContent()).isEqualTo("grün".getBytes(StandardCharsets.UTF_8));
    assertThat(text.getContent()).isEqualTo("grün");
    assertThat(text.getContentLength()).isEqualTo(5);
    assertThat(text.getContentType()).isEqualTo("text/plain;charset=utf-8");
    text.setContent(new byte[] {1, 2}, "application/x");
    assertThat(text.getContent()).isEqualTo(new byte[] {1, 2});
    assertThatThrownBy(() -> text.setContent(7, "text/plain"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aBodyIsRead() throws Exception {
    String message = Stage.request("MESSAGE", "1", "c: text/plain\r\nContent-Length: 2\r\n") + "hi";

    assertThat(Views.of(message).getContent()).isEqualTo("hi");
  }

  @Test
  void attributesAreKept() throws Exception {
    SipServletRequest request = view("");
    assertThat(request.getAttribute("a")).isNull();

    request.setAttribute("a", 1);

    assertThat(request.getAttribute("a")).isEqualTo(1);
    assertThat(Collections.list(request.getAttributeNames())).containsExactly("a");
    request.removeAttribute("a");
    assertThat(request.getAttribute("a")).isNull();
  }

  @Test
  void aResponseCarriesWhatTheRequestSaysAndWhatTheServletAdds() throws Exception {
    ScriptedServlet servlet =
        new ScriptedServlet(
            request -> {
              SipServletResponse response = request.createResponse(200, "Fine");
              response.setHeader("Subject", "s");
              response.addHeader("X-One", "1");
              response.setHeaderForm(HeaderForm.COMPACT);
              response.setContent("hello", "text/plain");
              assertThat(response.getRequest()).isSameAs(request);
              assertThat(response.getMethod()).isEqualTo("MESSAGE");
              assertThat(response.getCallId()).isEqualTo("call-1");
              assertThat(response.getHeader("Via")).contains("z9hG4bK1");
              assertThat(response.getTo().getParameter("tag")).isNotEmpty();
              assertThat(response.getFrom().getParameter("tag")).isEqualTo("a");
              assertThat(response.getReasonPhrase()).isEqualTo("Fine");
              response.setStatus(202);
              response.send();
            });
    Stage stage = Stage.with(servlet);

    stage.arrive(Stage.request("MESSAGE", "1", "Record-Route: <sip:r;lr>\r\n"));

    String text = stage.only().text();
    assertThat(text)
        .startsWith("SIP/2.0 202 Accepted\r\n")
        .contains("Record-Route: <sip:r;lr>\r\n")
        .contains("\r\ns: s\r\n")
        .contains("\r\nX-One: 1\r\n")
        .contains("Content-Type: text/plain\r\n")
        .contains("Content-Length: 5\r\n")
        .endsWith("\r\n\r\nhello");
  }

  @Test
  void aTryingCarriesNoToTag() throws Exception {
    Stage stage = Stage.with(new ScriptedServlet(request -> request.createResponse(100).send()));

    stage.arrive(Stage.request("INVITE", "1"));

    assertThat(stage.only().message().toTag()).isNull();
  }

  @Test
  void impossibleStatusesAreRefused() throws Exception {
    SipServletRequest request = view("");

    assertThatThrownBy(() -> request.createResponse(99))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> request.createResponse(700))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(request::send).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(request::createCancel).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theRealmsOfAChallengeAreFound() throws Exception {
    ScriptedServlet servlet = ScriptedServlet.silent();
    Stage stage = Stage.with(servlet);
    stage
        .container
        .factory()
        .createRequest(
            stage.container.factory().createApplicationSession(),
            "OPTIONS",
            "sip:a@b",
            "sip:c@peer.example")
        .send();

    stage.answer(stage.only(), 401, "WWW-Authenticate: Digest realm=\"a, b\", nonce=\"n;1\"\r\n");

    assertThat(all(servlet.responses.get(0).getChallengeRealms())).containsExactly("a, b");
  }

  private static <T> List<T> all(Iterator<T> values) {
    List<T> all = new ArrayList<>();
    values.forEachRemaining(all::add);
    return all;
  }
}
