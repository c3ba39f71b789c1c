// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.ResponseBuilder;
import org.signalbox.sip.SipParser;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.SipResponse;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.testkit.FakeSender;
import org.signalbox.timer.TimeSource;
import org.signalbox.timer.TimerWheel;
import org.signalbox.transport.Destination;
import org.signalbox.transport.MessageSender;
import org.signalbox.transport.SendListener;
import org.signalbox.transport.SendOutcome;

/**
 * What one OPTIONS costs on its way through this room: CPU time, bytes allocated, heap while it
 * waits. Surefire does not find it by its name; run it with {@code -Dtest=TransactionBench}.
 */
class TransactionBench implements TransactionUser, MessageSender {
  private static final int BATCH = 20_000;
  private static final int ROUNDS = 20;

  private final TransactionLayer layer =
      new TransactionLayer(
          this,
          new TimerWheel(TimeSource.SYSTEM),
          TimeSource.SYSTEM,
          TransactionTimers.DEFAULT,
          TransactionBounds.DEFAULT);
  private boolean stateful;

  @Test
  void answered() {
    for (int round = 0; round < ROUNDS; round++) {
      answer(false);
      answer(true);
    }
  }

  private void answer(boolean throughTransactions) {
    layer.user(this);
    stateful = throughTransactions;
    byte[][] texts = texts(BATCH);
    long bytes = allocated();
    long nanos = cpu();
    for (byte[] text : texts) {
      layer.received(parse(text));
    }
    System.out.printf(
        "%s: %.2f us, %d bytes allocated each%n",
        throughTransactions ? "transaction" : "stateless",
        (cpu() - nanos) / 1000.0 / BATCH,
        (allocated() - bytes) / BATCH);
    layer.close();
  }

  @Test
  void waiting() {
    int count = 100_000;
    SipRequest[] requests = new SipRequest[count];
    long empty = heap();
    byte[][] texts = texts(count);
    for (int i = 0; i < count; i++) {
      requests[i] = parse(texts[i]);
    }
    long parsed = heap();
    for (SipRequest request : requests) {
      if (layer.newServerTransaction(request) instanceof ServerTransaction transaction) {
        transaction.suspend();
      }
    }
    System.out.printf(
        "waiting: request of %d bytes takes %d, its transaction %d more; %d wait%n",
        requests[0].length(),
        (parsed - empty) / count,
        (heap() - parsed) / count,
        layer.serverTransactions());
  }

  @Override
  public void request(SipRequest request) {
    ResponseBuilder ok = ResponseBuilder.to(request, 200, "OK").toTag("tag");
    if (!stateful) {
      layer.replyStatelessly(request, ok);
    } else if (layer.newServerTransaction(request) instanceof ServerTransaction transaction) {
      transaction.reply(ok);
    }
  }

  @Override
  public void cancel(SipRequest cancel, @Nullable ServerTransaction invite) {}

  @Override
  public void ack(SipRequest ack, @Nullable ServerTransaction invite) {}

  @Override
  public void strayResponse(SipResponse response) {}

  @Override
  public ListeningPoint sourceFor(TransportProtocol protocol, InetSocketAddress address) {
    return FakeSender.point(protocol);
  }

  @Override
  public void send(
      byte[] buffer, int offset, int length, Destination destination, SendListener listener) {
    listener.outcome(new SendOutcome.Sent(Rig.PEER, 0));
  }

  private static byte[][] texts(int count) {
    byte[][] texts = new byte[count][];
    for (int i = 0; i < count; i++) {
      texts[i] = Rig.request("OPTIONS", "z9hG4bK-" + i).getBytes(StandardCharsets.UTF_8);
    }
    return texts;
  }

  private static SipRequest parse(byte[] text) {
    return (SipRequest) SipParser.parse(text, 0, text.length, Rig.from(TransportProtocol.UDP));
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  private static long heap() {
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
