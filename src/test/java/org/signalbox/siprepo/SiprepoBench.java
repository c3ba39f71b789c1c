// SPDX-License-Identifier: Apache-2.0
package org.signalbox.siprepo;

import java.lang.management.ManagementFactory;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.signalbox.sip.SipMessage;
import org.signalbox.testkit.ManualTime;

/**
 * What keeping a message costs in this room alone, and how long the sweep of a million of them
 * keeps others waiting. Surefire does not find it by its name; run it with {@code
 * -Dtest=SiprepoBench -DargLine=-Xmx4g}.
 */
class SiprepoBench {
  private static final int MESSAGES = 1_000_000;
  private static final int ROUNDS = 6;
  private static final Duration EXPIRE = Duration.ofSeconds(180);

  private final ManualTime time = new ManualTime();
  private MessageTable table = empty(256);

  private MessageTable empty(int slots) {
    return new MessageTable(
        new TableBounds(slots, 10 * MESSAGES, 1L << 33, EXPIRE),
        time,
        new SiprepoCounters().expired);
  }

  private void push(SipMessage message, String id) {
    table.push(new StoredMessage.Wanted(message, id, 0));
  }

  @Test
  void pushFindAndRemove() {
    for (int sharing : new int[] {1, 1000}) {
      SipMessage[] messages = new SipMessage[4096];
      String[] calls = new String[messages.length];
      for (int i = 0; i < messages.length; i++) {
        calls[i] = "call-" + i / sharing;
        messages[i] = Messages.of(calls[i], "x".repeat(400));
      }
      String[] ids = new String[sharing];
      for (int i = 0; i < sharing; i++) {
        ids[i] = "id-" + i;
      }
      for (int round = 0; round < ROUNDS; round++) {
        long nanos = cpu();
        for (int done = 0; done < MESSAGES; done += messages.length) {
          for (int i = 0; i < messages.length; i++) {
            push(messages[i], ids[i % sharing]);
          }
          for (int i = 0; i < messages.length; i++) {
            Objects.requireNonNull(table.find(calls[i], ids[i % sharing])).message();
          }
          for (int i = 0; i < messages.length; i++) {
            StoredMessage found = table.find(calls[i], ids[i % sharing]);
            table.remove(Objects.requireNonNull(found));
          }
        }
        long cycles = (MESSAGES + messages.length - 1) / messages.length * messages.length;
        double micros = (cpu() - nanos) / 1e3 / cycles;
        System.out.printf(
            "%d of %d bytes a call: %.2f us for push, pull and removal: %,.0f of them a second%n",
            sharing, messages[0].length(), micros, 3e6 / micros);
      }
    }
  }

  @Test
  void heapOfAMessage() throws UnknownHostException {
    for (int body : new int[] {0, 400}) {
      for (int sharing : new int[] {1, 10}) {
        table = empty(256);
        long before = heap();
        for (int i = 0; i < 200_000; i++) {
          push(
              Messages.of(
                  "a84b4c76e66710@pc33.example.com-" + i / sharing,
                  "x".repeat(body),
                  Messages.sender(1024 + i % 60_000)),
              "id-" + i);
        }
        System.out.printf(
            "%d bytes of heap for a message of %d, which counts as %d; %d of them a call%n",
            (heap() - before) / 200_000,
            table.page(0, 1).get(0).length(),
            table.bytes() / 200_000,
            sharing);
      }
    }
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Test
  void pagesOfAMillion() {
    for (int slots : new int[] {256, 1}) {
      table = empty(slots);
      for (int i = 0; i < MESSAGES; i++) {
        push(Messages.of("call-" + i), "m");
      }
      for (int round = 0; round < ROUNDS; round++) {
        long nanos = cpu();
        long last = 0;
        int pages = 0;
        for (var page = table.page(0, 100); !page.isEmpty(); page = table.page(last, 100)) {
          last = page.get(page.size() - 1).number();
          pages++;
        }
        System.out.printf(
            "%d slots: %.1f us for a page of 100%n", slots, (cpu() - nanos) / 1e3 / pages);
      }
    }
  }

  @Test
  void aMillionAreSweptWhileOthersComeAndGo() throws InterruptedException {
    for (int round = 0; round < 6; round++) {
      int slots = round < 4 ? 256 : 1;
      table = empty(slots);
      System.out.printf("%d slots: ", slots);
      for (int i = 0; i < MESSAGES; i++) {
        push(Messages.of("call-" + i, "x".repeat(400)), "m");
      }
      System.gc(); // so that the collector pays for the sweep and not for what came before
      time.advance(round % 2 == 0 ? Duration.ZERO : EXPIRE.plusSeconds(1));
      meanwhile(round % 2 == 0);
    }
  }

  /** What the machine does without a sweep is shown beside it: other processes count too. */
  private void meanwhile(boolean idle) throws InterruptedException {
    AtomicBoolean going = new AtomicBoolean(true);
    long[] handled = new long[1];
    long[] worst = new long[1];
    Thread others = new Thread(() -> handle(going, handled, worst), "others");
    others.start();
    long begin = System.nanoTime();
    int swept = 0;
    do {
      swept += table.sweep(0, 1);
    } while (idle && System.nanoTime() - begin < 1_000_000_000);
    double millis = (System.nanoTime() - begin) / 1e6;
    going.set(false);
    others.join();
    System.out.printf(
        "%,d swept in %.0f ms; meanwhile %,d others came and went, the slowest in %.1f ms%n",
        swept, millis, handled[0], worst[0] / 1e6);
  }

  private void handle(AtomicBoolean going, long[] handled, long[] worst) {
    while (going.get()) {
      long begin = System.nanoTime();
      String call = "new-" + handled[0]++;
      push(Messages.of(call), "m");
      table.remove(Objects.requireNonNull(table.find(call, "m")));
      worst[0] = Math.max(worst[0], System.nanoTime() - begin);
    }
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
