// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signalbox.sip.HeaderType;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipParser;

/** The example of RFC 7616 §3.9.1; that for SHA-512-256 is the same, hashed by other means. */
class ResponseTest {
  private static final String REALM = "http-auth@example.org";
  private static final String REQUEST =
      """
      OPTIONS sip:example.org SIP/2.0
      Authorization: Digest username="Mufasa",
        realm="http-auth@example.org",
        uri="/dir/index.html",
        algorithm=ALGORITHM,
        nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
        nc=00000001,
        cnonce="f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ",
        qop=auth,
        response="RESPONSE",
        opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"

      """;

  @ParameterizedTest
  @CsvSource({
    "MD5, 8ca523f5e9506fed4657c9700eebdbec",
    "SHA-256, 753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1",
    "SHA-512-256, 430d05014cecc49cab6fbe03176d41a1da86cbfe24a16580e22aaad928d960d0",
  })
  void theExampleOfTheStandardIsProven(String name, String response) {
    String text = REQUEST.replace("ALGORITHM", name).replace("RESPONSE", response);
    byte[] bytes = text.replace("\n", "\r\n").getBytes(ISO_8859_1);
    SipMessage message = (SipMessage) SipParser.parseLocal(bytes);
    Credentials given = requireNonNull(Credentials.find(message, HeaderType.AUTHORIZATION, REALM));
    DigestAlgorithm algorithm = requireNonNull(given.algorithm());
    assertThat(given.complete()).isTrue();
    assertThat(algorithm.wireName()).isEqualTo(name);

    String ha1 = Response.ha1(algorithm, "Mufasa", REALM, "Circle of Life");
    assertThat(Response.proven(given, algorithm, ha1, "GET", message)).isTrue();
    String wrong = Response.ha1(algorithm, "Mufasa", REALM, "Circle of Lies");
    assertThat(Response.proven(given, algorithm, wrong, "GET", message)).isFalse();
  }
}
