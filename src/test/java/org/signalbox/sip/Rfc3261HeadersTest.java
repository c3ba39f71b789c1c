// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of RFC 3261 §20: which header has how many values, and the last of them. */
class Rfc3261HeadersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "Accept: application/sdp;level=1, application/x-private, text/html | 3 | text/html",
        "Accept: | 0 |",
        "Accept-Encoding: gzip | 1 | gzip",
        "Accept-Language: da, en-gb;q=0.8, en;q=0.7 | 3 | en;q=0.7",
        "Alert-Info: <http://www.example.com/sounds/moo.wav> | 1 "
            + "| <http://www.example.com/sounds/moo.wav>",
        "Allow: INVITE, ACK, OPTIONS, CANCEL, BYE | 5 | BYE",
        "Authorization: Digest username=\"Alice\", realm=\"atlanta.com\" | 1 "
            + "| Digest username=\"Alice\", realm=\"atlanta.com\"",
        "Authentication-Info: nextnonce=\"47364c23432d2e131a5fb210812c\" | 1 "
            + "| nextnonce=\"47364c23432d2e131a5fb210812c\"",
        "Call-ID: f81d4fae-7dec-11d0-a765-00a0c91e6bf6@biloxi.com | 1 "
            + "| f81d4fae-7dec-11d0-a765-00a0c91e6bf6@biloxi.com",
        "Call-Info: <http://wwww.example.com/alice/photo.jpg> ;purpose=icon,"
            + "  <http://www.example.com/alice/> ;purpose=info | 2 "
            + "| <http://www.example.com/alice/> ;purpose=info",
        "m: \"Mr. Watson\" <mailto:watson@bell-telephone.com> ;q=0.1, <sip:a,b@h> | 2 "
            + "| <sip:a,b@h>",
        "Content-Disposition: session | 1 | session",
        "Content-Language: fr | 1 | fr",
        "e: tar, gzip | 2 | gzip",
        "Content-Type: text/html; charset=ISO-8859-4 | 1 | text/html; charset=ISO-8859-4",
        "Date: Sat, 13 Nov 2010 23:29:00 GMT | 1 | Sat, 13 Nov 2010 23:29:00 GMT",
        "In-Reply-To: 70710@saturn.bell-tel.com, 17320@saturn.bell-tel.com | 2 "
            + "| 17320@saturn.bell-tel.com",
        "Organization: Boxes by Bob, Inc. | 1 | Boxes by Bob, Inc.",
        "Proxy-Authenticate: Digest realm=\"atlanta.com\", domain=\"sip:ss1.carrier.com\" | 1 "
            + "| Digest realm=\"atlanta.com\", domain=\"sip:ss1.carrier.com\"",
        "Proxy-Require: foo, bar | 2 | bar",
        "Record-Route: <sip:server10.biloxi.com;lr>,<sip:bigbox3.site3.atlanta.com;lr> | 2 "
            + "| <sip:bigbox3.site3.atlanta.com;lr>",
        "Retry-After: 18000;duration=3600 | 1 | 18000;duration=3600",
        "Retry-After: 120 (I'm in a meeting, sorry) | 1 | 120 (I'm in a meeting, sorry)",
        "Subject: Tech Support, please | 1 | Tech Support, please",
        "k: 100rel , timer | 2 | timer",
        "Timestamp: 54 | 1 | 54",
        "User-Agent: Softphone Beta1.5 (a, b) | 1 | Softphone Beta1.5 (a, b)",
        "Warning: 307 isi.edu \"Session parameter 'foo', 'bar' not understood\", 301 isi.edu \"x\" "
            + "| 2 | 301 isi.edu \"x\""
      })
  void valuesAreCounted(String line, int count, String last) {
    SipRequest request = Messages.request("OPTIONS sip:h SIP/2.0\n" + line + "\n\n");
    Header header = request.headers().get(0);
    assertThat(request.headers()).hasSize(1);
    assertThat(header.type()).isNotEqualTo(HeaderType.OTHER);
    assertThat(header.values()).hasSize(count);
    if (count > 0) {
      assertThat(header.values()).last().isEqualTo(last);
    }
  }
}
