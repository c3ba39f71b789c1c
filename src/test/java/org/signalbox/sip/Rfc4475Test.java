// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The torture messages, each read as RFC 4475 wants it. */
class Rfc4475Test {

  private static SipRequest request(String name) {
    Parsed parsed = Messages.parse(TortureMessages.bytes(name));
    assertThat(parsed).isInstanceOf(SipRequest.class);
    return (SipRequest) parsed;
  }

  private static SipResponse response(String name) {
    Parsed parsed = Messages.parse(TortureMessages.bytes(name));
    assertThat(parsed).isInstanceOf(SipResponse.class);
    return (SipResponse) parsed;
  }

  static Stream<String> all() {
    return TortureMessages.ALL.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("all")
  void noAccessorThrowsAndUneditedBytesStay(String name) {
    if (Messages.parse(TortureMessages.bytes(name)) instanceof SipMessage message) {
      EveryAccessor.ask(message);
      assertThat(message.toBytes()).isEqualTo(TortureMessages.bytes(name));
    }
  }

  /** §3.1.1 and the valid ones of §3.3: nothing to complain about. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "wsinv", "intmeth", "esc01", "escnull", "esc02", "lwsdisp", "dblreq", "semiuri",
        "transports", "noreason", "unkscm", "novelsc", "unksm2", "bext01", "zeromf", "cparam01",
        "cparam02", "regescrt", "badaspec", "baddn", "baddate", "regbadct", "badbranch", "inv2543"
      })
  void theseAreFit(String name) {
    // The bodies of some are cut short in the data file, so their length is not looked at here.
    assertThat(MessageCheck.problem((SipMessage) Messages.parse(TortureMessages.bytes(name))))
        .satisfiesAnyOf(
            problem -> assertThat(problem).isNull(),
            problem -> assertThat(problem.reason()).contains("shorter than Content-Length"));
  }

  /** §3.1.2 and §3.3: each with the reason a 400 would give. */
  @ParameterizedTest
  @CsvSource({
    "badinv01, Via",
    "clerr, shorter than Content-Length",
    "ncl, no number",
    "scalar02, CSeq",
    "scalarlg, CSeq",
    "quotbal, quotes",
    "ltgtruri, scheme",
    "lwsruri, escaped",
    "mismatch01, another method",
    "mismatch02, another method",
    "insuf, Call-ID is missing",
    "multi01, twice",
    "mcl01, twice"
  })
  void theseAreNot(String name, String reason) {
    ParseProblem problem =
        MessageCheck.problem((SipMessage) Messages.parse(TortureMessages.bytes(name)));
    assertThat(problem).isNotNull();
    assertThat(problem.reason()).contains(reason);
  }

  @ParameterizedTest
  @CsvSource({"badvers, request line", "bigcode, status code"})
  void theseAreNoMessagesOfThisProtocol(String name, String reason) {
    Parsed parsed = Messages.parse(TortureMessages.bytes(name));
    assertThat(parsed).isInstanceOf(ParseProblem.class);
    assertThat(((ParseProblem) parsed).reason()).contains(reason);
  }

  /** §3.1.1.1. */
  @Test
  void aShortTortuousInviteIsRead() {
    SipRequest request = request("wsinv");
    assertThat(request.method()).isEqualTo("INVITE");
    assertThat(request.to().uriText()).isEqualTo("sip:vivekg@chair-dnrc.example.com");
    assertThat(request.toTag()).isEqualTo("1918181833n");
    assertThat(request.from().displayName()).isEqualTo("J Rosenberg \\\"");
    assertThat(request.fromTag()).isEqualTo("98asjd8");
    assertThat(request.maxForwards()).isEqualTo(68);
    assertThat(request.cseq()).isEqualTo(new CSeq(9, "INVITE"));
    assertThat(request.contentLength()).isEqualTo(150);
    assertThat(request.value(HeaderType.SUBJECT)).isEmpty();
    assertThat(request.value("newfangledheader"))
        .isEqualTo("newfangled value continued newfangled value");
    assertThat(request.value("UnknownHeaderWithUnusualValue")).isEqualTo(";;,,;;,;");
    assertThat(request.vias())
        .extracting(Via::host)
        .containsExactly("192.0.2.2", "spindle.example.com", "192.168.255.111");
    assertThat(request.vias())
        .extracting(Via::branch)
        .containsExactly("390skdjuw", "z9hG4bK9ikj8", "z9hG4bK30239");
    NameAddress contact = request.address(HeaderType.CONTACT);
    assertThat(contact.displayName()).isEqualTo("Quoted string \"\"");
    assertThat(contact.parameter("newparam")).isEqualTo("newvalue");
    assertThat(contact.parameters().has("secondparam")).isTrue();
    assertThat(contact.parameter("q")).isEqualTo("0.33");
    NameAddress route = request.address(HeaderType.ROUTE);
    assertThat(route.sipUri().looseRouter()).isTrue();
    assertThat(route.sipUri().parameters().has("unknown-no-value")).isTrue();
  }

  /** §3.1.1.2. */
  @Test
  void wideRangesOfValidCharactersAreRead() {
    SipRequest request = request("intmeth");
    assertThat(request.method()).isEqualTo("!interesting-Method0123456789_*+`.%indeed'~");
    assertThat(request.known()).isEqualTo(Method.OTHER);
    SipUri uri = (SipUri) request.requestUri();
    assertThat(uri.user()).isEqualTo("1_unusual.URI~(to-be!sure)&isn't+it$/crazy?,/;;*");
    assertThat(uri.password()).isEqualTo("&it+has=1,weird!*pas$wo~d_too.(doesn't-it)");
    assertThat(uri.host()).isEqualTo("example.com");
    assertThat(request.to().displayName()).isEqualTo("BEL:\u0007 NUL:\u0000 DEL:\u007f");
    assertThat(request.from().displayName()).isEqualTo("token1~` token2'+_ token3*%!.-");
    assertThat(request.from().parameters().unquoted("fromParam''~+*_!.-%")).startsWith("раб");
    assertThat(request.fromTag()).isEqualTo("_token~1'+`*%!-.");
    assertThat(request.value("extensionHeader-!.%*+_`'~")).isEqualTo("\ufeff大停電");
  }

  /** §3.1.1.3 to §3.1.1.5. */
  @Test
  void escapesCountInUrisAndNowhereElse() {
    SipRequest escaped = request("esc01");
    assertThat(((SipUri) escaped.requestUri()).unescapedUser()).isEqualTo("sips:user@example.com");
    SipUri contact = escaped.address(HeaderType.CONTACT).sipUri();
    assertThat(contact.unescapedUser()).isEqualTo("caller");
    assertThat(escaped.to().uri().equivalent(Uri.of("sip:user@example.com"))).isTrue();
    assertThat(request("escnull").addresses(HeaderType.CONTACT)).hasSize(2);
    SipRequest odd = request("esc02");
    assertThat(odd.method()).isEqualTo("RE%47IST%45R");
    assertThat(odd.known()).isEqualTo(Method.OTHER);
    assertThat(odd.to().displayName()).isEqualTo("%Z%45");
    assertThat(odd.addresses(HeaderType.CONTACT)).hasSize(2);
    assertThat(odd.topVia().branch()).isEqualTo("z9hG4bK209%fzsnel234");
  }

  /** §3.1.1.6 to §3.1.1.13. */
  @Test
  void unusualButValidFormsAreRead() {
    assertThat(request("lwsdisp").from().displayName()).isEqualTo("caller");
    assertThat(request("dblreq").body().length()).isZero();
    assertThat(((SipUri) request("semiuri").requestUri()).user())
        .isEqualTo("user;par=u%40example.net");
    assertThat(request("semiuri").values(HeaderType.ACCEPT)).hasSize(6).contains("message/sip");
    assertThat(request("transports").vias())
        .extracting(Via::transportName)
        .containsExactly("UDP", "SCTP", "TLS", "UNKNOWN", "TCP");
    assertThat(request("transports").vias().get(3).transport()).isNull();
    assertThat(response("unreason").reason()).startsWith("= 2**3 * 5**2 но").endsWith("простое");
    assertThat(response("noreason").statusCode()).isEqualTo(100);
    assertThat(response("noreason").reason()).isEmpty();
  }

  /** §3.1.2.8, §3.1.2.9: elements may be liberal here. */
  @Test
  void extraBlanksInTheRequestLineAreForgiven() {
    assertThat(request("lwsstart").requestUriText()).isEqualTo("sip:user@example.com");
    assertThat(request("trws").version()).isEqualTo("SIP/2.0");
  }

  /** §3.1.2.11, §3.3.12 and §3.3.13. */
  @Test
  void headersOfUrisAreKeptApart() {
    assertThat(((SipUri) request("escruri").requestUri()).header("route"))
        .isEqualTo("<sip:example.com>");
    assertThat(request("regbadct").address(HeaderType.CONTACT).sipUri().header("Route"))
        .isEqualTo("<sip:sip.example.com>");
    NameAddress bare = request("cparam01").address(HeaderType.CONTACT);
    assertThat(bare.parameters().has("unknownparam")).isTrue();
    assertThat(bare.sipUri().parameters().isEmpty()).isTrue();
    NameAddress bracketed = request("cparam02").address(HeaderType.CONTACT);
    assertThat(bracketed.parameters().isEmpty()).isTrue();
    assertThat(bracketed.sipUri().parameters().has("unknownparam")).isTrue();
  }

  /** §3.1.2.14, §3.1.2.15, §3.3.2 to §3.3.4. */
  @Test
  void oddAddressesAreStillAddresses() {
    assertThat(request("badaspec").to().uriText()).isEqualTo("sip:t.watson@example.org");
    assertThat(request("baddn").from().displayName()).isEqualTo("Bell, Alexander");
    assertThat(request("unkscm").requestUri().scheme()).isEqualTo("nobodyknowsthisscheme");
    assertThat(request("novelsc").requestUri().scheme()).isEqualTo("soap.beep");
    assertThat(request("unksm2").to().uri().scheme()).isEqualTo("isbn");
    assertThat(request("unksm2").from().uriText()).isEqualTo("http://www.example.com");
  }

  /** §3.2.1, §3.4. */
  @Test
  void branchesOfTheOldKindAreTold() {
    assertThat(request("badbranch").topVia().branch()).isEqualTo(Via.COOKIE);
    assertThat(request("inv2543").topVia().hasCookie()).isFalse();
    assertThat(request("inv2543").fromTag()).isNull();
    assertThat(request("zeromf").maxForwards()).isZero();
    assertThat(response("bcast").vias()).hasSize(2);
  }
}
