// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A dead peer cannot be had on the loopback: what the system would say is put in here. */
class CloseReasonsTest {

  @Test
  void unansweredProbesAreATimeout() {
    assertThat(CloseReasons.of(new IOException("Connection timed out")))
        .isEqualTo(CloseReason.TIMEOUT);
    assertThat(
            CloseReasons.of(
                new IOException("recvAddress(..) failed with error(-110): Connection timed out")))
        .isEqualTo(CloseReason.TIMEOUT);
  }

  @Test
  void aResetIsOneWhoeverFindsIt() {
    assertThat(CloseReasons.of(new SocketException("Connection reset")))
        .isEqualTo(CloseReason.RESET);
    assertThat(CloseReasons.of(new IOException("writev(..) failed with error(-32): Broken pipe")))
        .isEqualTo(CloseReason.RESET);
    assertThat(CloseReasons.of(new ConnectException("Connection refused")))
        .isEqualTo(CloseReason.RESET);
  }

  @Test
  void anythingElseIsAnEnd() {
    assertThat(CloseReasons.of(new IOException("No route"))).isEqualTo(CloseReason.CLOSED);
  }

  @Test
  void aSenderHearsOnceWhoRefusedIt() {
    InetSocketAddress peer = new InetSocketAddress("127.0.0.1", 5999);
    for (String said :
        List.of(
            "finishConnect(..) failed with error(-111): Connection refused: /127.0.0.1:5999",
            "Connection refused: localhost/127.0.0.1:5999",
            "Connection refused")) {
      assertThat(CloseReasons.failure(new ConnectException(said), peer))
          .isEqualTo(
              new SendOutcome.Failed(
                  SendOutcome.Cause.REFUSED,
                  "connecting to 127.0.0.1:5999 failed: Connection refused"));
    }
  }
}
