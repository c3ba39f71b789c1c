// SPDX-License-Identifier: Apache-2.0
package org.signalbox.async;

import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.signalbox.script.Source;
import org.signalbox.sip.Method;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.SipRequest;
import org.signalbox.testkit.ScriptedServer;
import org.signalbox.timer.TimeSource;
import org.signalbox.timer.TimerWheel;
import org.signalbox.timer.WheelDriver;
import org.signalbox.worker.WorkerGroup;
import org.signalbox.worker.WorkerGroupSettings;
import org.signalbox.worker.WorkerGroups;

/**
 * What a waiting request costs: heap while it waits, and how late it goes on. Surefire does not
 * find it by its name; run it with {@code -Dtest=AsyncBench -DargLine=-Xmx3g}.
 */
class AsyncBench {
  private static final int WAITING = 200_000;
  private static final int RATE = 1000;
  private static final int SECONDS = 20;

  @Test
  void heapOfWaitingRequests() throws Exception {
    String file =
        String.join(
            "\n",
            "listen=udp:127.0.0.1:5060",
            "loadmodule \"tm.so\"",
            "loadmodule \"sl.so\"",
            "loadmodule \"async.so\"",
            "request_route { async_route(\"R\", \"90\"); }",
            "route[R] { send_reply(\"404\", \"Resumed\"); }",
            "");
    byte[][] texts = new byte[WAITING][];
    try (ScriptedServer server = ScriptedServer.quiet(Source.of("bench.cfg", file))) {
      ReceiveInfo from = server.from(new InetSocketAddress("127.0.0.1", 21900));
      for (int i = 0; i < WAITING; i++) {
        texts[i] = text(i);
      }
      long received = Arrays.stream(texts).mapToLong(text -> text.length).sum() / WAITING;
      long before = heap();
      long nanos = cpu();
      for (int i = 0; i < WAITING; i++) {
        server.receive(texts[i].clone(), from);
      }
      long suspended = cpu();
      long after = heap();
      System.out.printf(
          "%,d wait: %d bytes of heap each, %d of them the message; %.2f us to suspend one%n",
          WAITING, (after - before) / WAITING, received, (suspended - nanos) / 1e3 / WAITING);
      nanos = System.nanoTime();
      server.advance(Duration.ofSeconds(90));
      System.out.printf(
          "all resumed and answered: %.2f us each%n", (System.nanoTime() - nanos) / 1e3 / WAITING);
    }
  }

  @Test
  void latenessWithManyWaiting() throws InterruptedException {
    TimeSource time = TimeSource.SYSTEM;
    TimerWheel wheel = new TimerWheel(time);
    WheelDriver driver = new WheelDriver(wheel);
    Thread thread = new Thread(driver);
    thread.start();
    WorkerGroups groups = new WorkerGroups(Thread::new, time);
    WaitingRequests all =
        new WaitingRequests(wheel, time, groups, new AsyncCounters(), WAITING + RATE * SECONDS);
    WorkerGroup group = groups.declare(new WorkerGroupSettings("bench", 2, 10_000));
    for (int i = 0; i < WAITING; i++) {
      wait(all, group, new Lateness(0, new long[0], new AtomicInteger()), Duration.ofMinutes(10));
    }
    long[] late = new long[RATE * SECONDS];
    AtomicInteger done = new AtomicInteger();
    long begin = System.nanoTime();
    for (int i = 0; i < late.length; i++) {
      long next = begin + i * 1_000_000_000L / RATE;
      while (System.nanoTime() < next) {
        LockSupport.parkNanos(next - System.nanoTime());
      }
      Duration pause = Duration.ofMillis(ThreadLocalRandom.current().nextInt(50, 2000));
      wait(all, group, new Lateness(System.nanoTime() + pause.toNanos(), late, done), pause);
    }
    while (done.get() < late.length) {
      LockSupport.parkNanos(10_000_000);
    }
    Arrays.sort(late);
    System.out.printf(
        "%,d wait, %d/s go on: late by %.1f ms (median), %.1f (99th percentile), %.1f (worst)%n",
        WAITING,
        RATE,
        late[late.length / 2] / 1e6,
        late[late.length * 99 / 100] / 1e6,
        late[late.length - 1] / 1e6);
    driver.stop();
    thread.join();
    groups.close();
  }

  private static void wait(WaitingRequests all, WorkerGroup group, Held held, Duration pause) {
    all.begin(Objects.requireNonNull(all.admit(held, group)), pause);
  }

  private record Lateness(long due, long[] late, AtomicInteger done) implements Held {
    @Override
    public SipRequest request() {
      return new FakeHeld("nobody", Method.MESSAGE, List.of()).request();
    }

    @Override
    public String next() {
      return "R";
    }

    @Override
    public void resume(Executor workers) {
      late[done.getAndIncrement()] = System.nanoTime() - due;
    }

    @Override
    public boolean answer(int code, String reason) {
      return false;
    }
  }

  private static byte[] text(int i) {
    return String.join(
            "\r\n",
            "MESSAGE sip:bob@192.0.2.1 SIP/2.0",
            "Via: SIP/2.0/UDP 127.0.0.1:21900;branch=z9hG4bK-bench-" + i,
            "From: \"Alice\" <sip:alice@192.0.2.2>;tag=from-" + i,
            "To: <sip:bob@192.0.2.1>",
            "Call-ID: call-" + i + "@192.0.2.2",
            "CSeq: 1 MESSAGE",
            "Max-Forwards: 70",
            "User-Agent: a phone with a name of ordinary length",
            "Contact: <sip:alice@192.0.2.2:5060>",
            "Content-Type: text/plain",
            "Content-Length: 12",
            "",
            "Hello there!")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
