// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipRequest;
import org.signalbox.testkit.Patience;
import org.signalbox.testkit.SipStream;
import org.signalbox.testkit.SipText;

/** Handlers that block, on a transport with two threads for streams. */
class StreamWorkersTest {

  private final CountDownLatch blocked = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);

  @Test
  void aHandlerThatBlocksHoldsUpItsOwnConnectionOnly() {
    try (OpenTransport transport = OpenTransport.tcp().open()) {
      transport.handling(message -> answered(transport, message));
      List<SipStream> streams = new ArrayList<>();
      SipStream held = SipStream.to(transport.address());
      streams.add(held.write(options(transport, "held")));
      await(blocked);
      for (int i = 0; i < 5; i++) { // more than there are threads
        SipStream other = SipStream.to(transport.address());
        streams.add(other.write(options(transport, "other")));
        assertThat(other.read().header("Call-ID")).isEqualTo("other");
      }
      release.countDown();
      assertThat(held.read().header("Call-ID")).isEqualTo("held");
      streams.forEach(SipStream::close);
    }
  }

  @Test
  void aFullInboxStopsTheReadingAndLosesNothing() {
    try (OpenTransport transport = OpenTransport.tcp().open();
        SipStream stream = SipStream.to(transport.address());
        SipStream other = SipStream.to(transport.address())) {
      transport.handling(message -> answered(transport, message));
      stream.write(options(transport, "held"));
      await(blocked);
      int sent = 1000;
      StringBuilder flood = new StringBuilder();
      for (int i = 0; i < sent; i++) {
        flood.append(options(transport, "flood-" + i));
      }
      stream.write(flood.toString());
      for (int i = 0; i < 20; i++) { // time enough to read on for whoever would
        other.write(options(transport, "other")).read();
      }
      long taken =
          transport.connections().all().mapToLong(Connection::messagesReceived).max().orElseThrow();
      assertThat(taken).isLessThan(sent);
      release.countDown();
      stream.read();
      for (int i = 0; i < sent; i++) {
        assertThat(stream.read().header("Call-ID")).isEqualTo("flood-" + i);
      }
    }
  }

  @Test
  void longMessagesThatWaitAreFew() throws Exception {
    try (OpenTransport transport = OpenTransport.tcp().open();
        SipStream stream = SipStream.to(transport.address());
        SipStream other = SipStream.to(transport.address())) {
      transport.handling(message -> answered(transport, message));
      stream.write(options(transport, "held"));
      await(blocked);
      int sent = 40;
      String text =
          SipText.options(transport.address()).callId("long").body("b".repeat(100_000)).toString();
      Thread writing = new Thread(() -> stream.write(text.repeat(sent)));
      writing.start();
      Connection flooded = transport.connections().byPeer(stream.local()).orElseThrow();
      Patience.until("much waits", () -> flooded.bytesReceived() > StreamInbox.MOST_BYTES);
      for (int i = 0; i < 50; i++) { // time enough to read on for whoever would
        other.write(options(transport, "other")).read();
      }
      assertThat(flooded.bytesReceived()).isLessThan(10L * text.length());
      release.countDown();
      stream.read();
      for (int i = 0; i < sent; i++) {
        assertThat(stream.read().header("Call-ID")).isEqualTo("long");
      }
      writing.join();
    }
  }

  @Test
  void whatCameBeforeTheEndOfAStreamIsStillAnswered() throws Exception {
    try (OpenTransport transport = OpenTransport.tcp().open();
        Socket socket =
            new Socket(transport.address().getAddress(), transport.address().getPort());
        SipStream other = SipStream.to(transport.address())) {
      transport.handling(message -> answered(transport, message));
      socket.getOutputStream().write(options(transport, "held").getBytes(ISO_8859_1));
      await(blocked);
      socket.shutdownOutput();
      other.write(options(transport, "other")).read();
      release.countDown();

      String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      assertThat(answer).startsWith("SIP/2.0 200").contains("Call-ID: held");
    }
  }

  private void answered(OpenTransport transport, SipMessage message) {
    if ("held".equals(((SipRequest) message).callId())) {
      blocked.countDown();
      await(release);
    }
    transport.answer(message);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String options(OpenTransport transport, String callId) {
    return SipText.options(transport.address()).callId(callId).toString();
  }
}
