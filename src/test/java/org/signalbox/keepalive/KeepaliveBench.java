// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.signalbox.testkit.ManualTime;

/**
 * What a destination costs: heap at rest, CPU per look-up, CPU per ping in this room alone.
 * Surefire does not find it by its name; run it with {@code -Dtest=KeepaliveBench
 * -DargLine=-Xmx4g}.
 */
class KeepaliveBench {
  private static final InetSocketAddress LOCAL = new InetSocketAddress("127.0.0.1", 5060);
  private static final int LOOKUPS = 2_000_000;
  private static final int ROUNDS = 5;

  private final ManualTime time = new ManualTime();

  @Test
  void lookingUpCostsTheSameAtAnySize() {
    for (int count : new int[] {10_000, 1_000_000}) {
      DestinationWatch watch = filled(count);
      lookUp(watch, 100);
      lookUp(watch, 100_000);
    }
  }

  /** With few different questions the caches of the processor answer, with many the memory. */
  private static void lookUp(DestinationWatch watch, int questions) {
    int count = watch.size();
    String[] asked = new String[questions];
    for (int i = 0; i < asked.length; i++) {
      asked[i] = (i % 2 == 0 ? "sip:" : "") + uri((int) (i * 7919L % count)).substring(4);
    }
    for (int round = 0; round < ROUNDS; round++) {
      long bytes = allocated();
      long nanos = cpu();
      int found = 0;
      for (int i = 0; i < LOOKUPS; i++) {
        found += watch.alive(asked[i % asked.length]);
      }
      System.out.printf(
          "%,d destinations, %,d asked for: %.3f us per look-up, %.3f bytes allocated, %d found%n",
          count,
          questions,
          (cpu() - nanos) / 1e3 / LOOKUPS,
          (allocated() - bytes) / (double) LOOKUPS,
          found);
    }
  }

  @Test
  void heapAtRestAndCpuPerPing() {
    for (int count : new int[] {10_000, 100_000, 1_000_000}) {
      long empty = heap();
      DestinationWatch watch = filled(count);
      System.out.printf("%,d added: %d bytes each%n", count, (heap() - empty) / count);
      int intervals = count > 100_000 ? 4 : 70;
      for (int i = 0; i < intervals; i++) {
        long bytes = allocated();
        long nanos = cpu();
        interval(watch);
        if (i % 10 == 3) {
          System.out.printf(
              "%,d destinations: %.2f us, %d bytes allocated per ping%n",
              count, (cpu() - nanos) / 1e3 / count, (allocated() - bytes) / count);
        }
      }
      System.out.printf(
          "%,d after %d answers: %d bytes each%n", count, intervals, (heap() - empty) / count);
      if (watch.size() != count) {
        throw new IllegalStateException("lost some");
      }
    }
  }

  private DestinationWatch filled(int count) {
    DestinationWatch watch =
        new DestinationWatch(
            PingSettings.DEFAULT,
            count,
            new DestinationWatch.Ports(time, this::answered, Runnable::run, ChangeLog.NONE));
    watch.listen(event -> {});
    List<NewDestination> all = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      all.add(NewDestination.of(uri(i), "bench"));
    }
    watch.addAll(all);
    return watch;
  }

  private void answered(PingRequest request, PingListener listener) {
    listener.finished(new PingOutcome.Answered(200, "OK", Duration.ofNanos(300_000), LOCAL));
  }

  private void interval(DestinationWatch watch) {
    for (int tick = 0; tick < 600; tick++) {
      time.advance(Duration.ofMillis(50));
      watch.tick();
    }
  }

  private static String uri(int number) {
    return "sip:gw" + number + "@10." + (number >> 16) + "." + (number >> 8 & 255) + ".1:5060";
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }
}
