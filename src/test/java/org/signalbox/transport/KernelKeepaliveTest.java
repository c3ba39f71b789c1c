// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.signalbox.testkit.SipStream;
import org.signalbox.testkit.SipText;

/** TCP keepalive as the kernel shows it in /proc/net/tcp (tcpops.md 5, 6). */
class KernelKeepaliveTest {
  private static final String KEEPALIVE_TIMER = "02";
  private static final int TICKS_A_SECOND = 100;

  private final OpenTransport transport = OpenTransport.tcp().answering().open();
  private SipStream first;
  private SipStream second;

  @BeforeEach
  void connect() {
    first = used();
    second = used();
  }

  @AfterEach
  void close() {
    first.close();
    second.close();
    transport.close();
  }

  @Test
  void probesTheOneThatItIsTurnedOnFor() {
    assertThat(connection(second).keepalive(new TcpKeepalive(33, 4, 7))).isTrue();

    assertThat(secondsToProbe(second)).isBetween(31, 33);
    assertThat(secondsToProbe(first)).isGreaterThan(7000); // the system's two hours
  }

  @Test
  void doesNotProbeTheOneThatItIsTurnedOffFor() {
    assertThat(connection(first).keepaliveOff()).isTrue();

    assertThat(secondsToProbe(first)).isEqualTo(-1);
    assertThat(secondsToProbe(second)).isPositive();
  }

  private SipStream used() {
    SipStream stream = SipStream.to(transport.address());
    stream.write(SipText.options(transport.address()).toString()).read();
    return stream;
  }

  private Connection connection(SipStream stream) {
    return transport.connections().byPeer(stream.local()).orElseThrow();
  }

  /** -1 when no keepalive timer runs; waits while the answer to the last message is unconfirmed. */
  private int secondsToProbe(SipStream stream) {
    String[] timer = timer(stream);
    while (timer[0].equals("01")) {
      Thread.onSpinWait();
      timer = timer(stream);
    }
    return timer[0].equals(KEEPALIVE_TIMER) ? Integer.parseInt(timer[1], 16) / TICKS_A_SECOND : -1;
  }

  private String[] timer(SipStream stream) {
    String local = ":%04X ".formatted(transport.address().getPort());
    String remote = ":%04X ".formatted(stream.local().getPort());
    try {
      return Files.readAllLines(Path.of("/proc/net/tcp")).stream()
          .filter(line -> line.contains(local) && line.indexOf(remote) > line.indexOf(local))
          .map(line -> line.trim().split("\\s+")[5].split(":"))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
