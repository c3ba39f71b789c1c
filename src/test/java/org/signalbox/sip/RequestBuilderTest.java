// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RequestBuilderTest {

  private static RequestBuilder options() {
    return RequestBuilder.of("OPTIONS", Uri.of("sip:alice@127.0.0.1:16071;x=1"))
        .from(NameAddress.of("<sip:probe@example.test>").withTag("f1"))
        .callId("c1@127.0.0.1");
  }

  @Test
  void aRequestOfThisServerIsWritten() {
    OutputBuffer out = new OutputBuffer();
    options()
        .via(new OutgoingVia(Messages.UDP_POINT, "z9hG4bKb"))
        .cseq(10)
        .header("User-Agent", "Signalbox")
        .writeTo(out);
    assertThat(Messages.text(out))
        .isEqualTo(
            """
            OPTIONS sip:alice@127.0.0.1:16071;x=1 SIP/2.0
            Via: SIP/2.0/UDP 127.0.0.1:22000;branch=z9hG4bKb
            To: <sip:alice@127.0.0.1:16071;x=1>
            From: <sip:probe@example.test>;tag=f1
            CSeq: 10 OPTIONS
            Call-ID: c1@127.0.0.1
            Max-Forwards: 70
            User-Agent: Signalbox
            Content-Length: 0

            """);
  }

  @Test
  void itsMessageIsLikeAReceivedOne() {
    SipRequest request =
        options()
            .to(NameAddress.of("Bob <sip:b@h>"))
            .maxForwards(3)
            .body("hi", "text/plain")
            .build();
    assertThat(request.local()).isTrue();
    assertThat(request.method()).isEqualTo("OPTIONS");
    assertThat(request.cseq()).isEqualTo(new CSeq(1, "OPTIONS"));
    assertThat(request.to().displayName()).isEqualTo("Bob");
    assertThat(request.maxForwards()).isEqualTo(3);
    assertThat(request.body()).hasToString("hi");
    assertThat(MessageCheck.missing(request)).isEqualTo(HeaderType.VIA);
    OutputBuffer out = new OutputBuffer();
    request.writeTo(out, new OutgoingVia(Messages.TCP_POINT, "z9hG4bKb"));
    assertThat(Messages.text(out)).contains("SIP/2.0\nVia: SIP/2.0/TCP 127.0.0.1:22001;branch");
  }

  @Test
  void whatIsMissingIsSaid() {
    RequestBuilder builder = RequestBuilder.of("OPTIONS", Uri.of("sip:h"));
    assertThatThrownBy(builder::build).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void noTextBreaksOutOfItsHeader() {
    assertThatThrownBy(() -> options().header("X", "a\r\nEvil: 1"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> options().header("X y", "a"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> options().callId("a\nb")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RequestBuilder.of("A B", Uri.of("sip:h")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> ResponseBuilder.to(Messages.request(Messages.OPTIONS), 200, "OK\r\nEvil: 1"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
