// SPDX-License-Identifier: Apache-2.0
package org.signalbox.siprepo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalbox.sip.SipMessage;
import org.signalbox.statistics.Counter;
import org.signalbox.testkit.ManualTime;

/** Where messages are kept (siprepo.md §5, §6). */
class MessageTableTest {
  private static final Duration EXPIRE = Duration.ofSeconds(30);

  private final ManualTime time = new ManualTime();
  private final Counter expired = new SiprepoCounters().expired;
  private final MessageTable table = table(256);

  private MessageTable table(int slots) {
    return table(slots, 1_000_000, 1 << 30);
  }

  private MessageTable table(int slots, long items, long bytes) {
    return new MessageTable(new TableBounds(slots, items, bytes, EXPIRE), time, expired);
  }

  private static PushOutcome push(MessageTable table, SipMessage message, String id) {
    return table.push(new StoredMessage.Wanted(message, id, 0));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 1000})
  void theNumberOfSlotsChangesNothing(int slots) {
    MessageTable other = table(slots);
    for (int call = 0; call < 50; call++) {
      SipMessage message = Messages.of("call-" + call);
      assertThat(push(other, message, "1")).isEqualTo(PushOutcome.STORED);
      assertThat(push(other, message, "2")).isEqualTo(PushOutcome.STORED);
      assertThat(push(other, message, "1")).isEqualTo(PushOutcome.DUPLICATE);
    }
    assertThat(other.items()).isEqualTo(100);
    assertThat(other.count("call-7")).isEqualTo(2);
    assertThat(other.has("call-50")).isFalse();
    assertThat(other.remove(kept(other, "call-7", "2"))).isTrue();
    assertThat(other.page("call-7", 0, 10)).extracting(StoredMessage::id).containsExactly("1");
  }

  @Test
  void aThousandMessagesOfOneCallAreFoundEach() {
    SipMessage message = Messages.of("A");
    for (int i = 0; i < 1000; i++) {
      assertThat(push(table, message, "id-" + i)).isEqualTo(PushOutcome.STORED);
    }
    assertThat(table.count("A")).isEqualTo(1000);
    for (int i = 0; i < 1000; i++) {
      assertThat(table.remove(kept(table, "A", "id-" + i))).isTrue();
    }
    assertThat(table.has("A")).isFalse();
    assertThat(table.items()).isZero();
    assertThat(table.bytes()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {60_000, 200_000})
  void aLargeMessageComesBackAsItWas(int size) {
    SipMessage message = Messages.of("A", "x".repeat(size));
    push(table, message, "m");
    StoredMessage stored = kept(table, "A", "m");
    SipMessage back = stored.message();
    assertThat(stored.length()).isEqualTo(message.length());
    assertThat(back.contentLength()).isEqualTo(size);
    assertThat(back.end() - back.bodyStart()).isEqualTo(size);
    assertThat(back.received()).isEqualTo(Messages.FROM);
    assertThat(back.id()).isEqualTo(message.id());
  }

  @Test
  void whatIsEditedInACopyDoesNotShowInTheNextOne() {
    push(table, Messages.of("A"), "m");
    SipMessage first = kept(table, "A", "m").message();
    first.edits().appendHeader("X-Added: 1\r\n");
    assertThat(kept(table, "A", "m").message()).isNotSameAs(first);
    assertThat(kept(table, "A", "m").text()).doesNotContain("X-Added");
  }

  @Test
  void sweepersShareTheWork() {
    for (int i = 0; i < 1000; i++) {
      push(table, Messages.of("call-" + i), "m");
    }
    time.advance(EXPIRE.plusMillis(1));
    int first = table.sweep(0, 2);
    assertThat(first).isBetween(1, 999);
    assertThat(table.sweep(0, 2)).isZero();
    assertThat(first + table.sweep(1, 2)).isEqualTo(1000);
    assertThat(table.items()).isZero();
    assertThat(table.bytes()).isZero();
  }

  @Test
  void oneSweepForgetsAHundredThousandMessagesAndNothingElse() {
    for (int i = 0; i < 100_000; i++) {
      push(table, Messages.of("old-" + i), "m");
    }
    time.advance(EXPIRE.minusSeconds(1));
    push(table, Messages.of("young"), "m");
    assertThat(table.sweep(0, 1)).isZero();
    time.advance(Duration.ofSeconds(2));
    assertThat(table.sweep(0, 1)).isEqualTo(100_000);
    assertThat(table.has("young")).isTrue();
    assertThat(table.items()).isEqualTo(1);
  }

  @Test
  void whatHasExpiredIsNotFoundBeforeItIsSwept() {
    SipMessage message = Messages.of("A");
    push(table, message, "1");
    time.advance(EXPIRE.minusSeconds(1));
    push(table, message, "2");
    time.advance(Duration.ofSeconds(2));
    assertThat(table.find("A", "1")).isNull();
    assertThat(table.count("A")).isEqualTo(1);
    assertThat(push(table, message, "1")).isEqualTo(PushOutcome.STORED);
    time.advance(EXPIRE.minusSeconds(1));
    assertThat(table.page("A", 0, 10)).extracting(StoredMessage::id).containsExactly("1");
    time.advance(Duration.ofSeconds(2));
    assertThat(table.has("A")).isFalse();
    assertThat(table.page(0, 10)).isEmpty();
  }

  @Test
  void ofManyWhoTakeAMessageOneGetsIt() throws InterruptedException {
    push(table, Messages.of("A"), "m");
    StoredMessage message = kept(table, "A", "m");
    AtomicInteger got = new AtomicInteger();
    List<Thread> takers =
        IntStream.range(0, 8)
            .mapToObj(
                i -> new Thread(() -> got.addAndGet(table.remove(message) ? 1 : 0), "taker-" + i))
            .toList();
    takers.forEach(Thread::start);
    for (Thread taker : takers) {
      taker.join();
    }
    assertThat(got).hasValue(1);
  }

  @Test
  void pagesShowEveryMessageOnce() {
    for (int i = 0; i < 300; i++) {
      push(table, Messages.of("call-" + i % 100), "m" + i);
    }
    List<Long> seen = new ArrayList<>();
    List<StoredMessage> page = table.page(0, 7);
    while (!page.isEmpty()) {
      page.forEach(each -> seen.add(each.number()));
      page = table.page(seen.get(seen.size() - 1), 7);
    }
    assertThat(seen).hasSize(300).doesNotHaveDuplicates();
    StoredMessage any = Objects.requireNonNull(table.find(seen.get(123)));
    assertThat(any.number()).isEqualTo(seen.get(123));
    assertThat(table.find(5_000_000_000L)).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7})
  void whateverComesAndGoesPagesAndNumbersAgree(int slots) {
    MessageTable other = table(slots);
    Random random = new Random(slots);
    NavigableMap<Long, StoredMessage> model = new TreeMap<>();
    for (int i = 0; i < 20_000; i++) {
      push(other, Messages.of("call-" + i % 7), "id-" + i);
      StoredMessage added = kept(other, "call-" + i % 7, "id-" + i);
      model.put(added.number(), added);
      // now from the old end, now from the young one, now from anywhere; at times nothing is left
      int going = i % 5000 == 4999 ? model.size() - i / 5000 % 2 : random.nextInt(2);
      for (int gone = 0; gone < going && !model.isEmpty(); gone++) {
        Map.Entry<Long, StoredMessage> at =
            switch (i / 300 % 3) {
              case 0 -> model.firstEntry();
              case 1 -> model.lastEntry();
              default -> model.ceilingEntry((long) random.nextInt(model.lastKey().intValue() + 1));
            };
        assertThat(other.remove(at.getValue())).isTrue();
        model.remove(at.getKey());
      }
      long any = random.nextInt(slots * (i + 2));
      assertThat(other.find(any)).isSameAs(model.get(any));
      if (i % 100 == 0) {
        assertThat(other.page(any, 3)).isEqualTo(behind(model, any, slots));
      }
    }
    assertThat(other.items()).isEqualTo(model.size());
  }

  /** Slot by slot, in each by number. */
  private static List<StoredMessage> behind(
      NavigableMap<Long, StoredMessage> model, long after, int slots) {
    return model.values().stream()
        .filter(each -> each.number() % slots > after % slots || each.number() > after)
        .filter(each -> each.number() % slots >= after % slots)
        .sorted(
            Comparator.comparingLong((StoredMessage each) -> each.number() % slots)
                .thenComparing(StoredMessage::number))
        .limit(3)
        .toList();
  }

  @Test
  void thePagesOfACallFollowEachOther() {
    for (int i = 0; i < 10; i++) {
      push(table, Messages.of("A"), "" + i);
      push(table, Messages.of("B"), "" + i);
    }
    List<StoredMessage> first = table.page("A", 0, 4);
    assertThat(first).extracting(StoredMessage::id).containsExactly("0", "1", "2", "3");
    assertThat(table.page("A", first.get(3).number(), 100))
        .extracting(StoredMessage::id)
        .containsExactly("4", "5", "6", "7", "8", "9");
  }

  @Test
  void whatDoesNotFitIsRefused() {
    int two = 2 * weight(Messages.of("A"), "1");
    MessageTable small = table(4, 10, two);
    assertThat(push(small, Messages.of("A"), "1")).isEqualTo(PushOutcome.STORED);
    assertThat(push(small, Messages.of("B"), "1")).isEqualTo(PushOutcome.STORED);
    assertThat(push(small, Messages.of("C"), "1")).isEqualTo(PushOutcome.FULL);
    assertThat(small.items()).isEqualTo(2);
    assertThat(small.remove(kept(small, "A", "1"))).isTrue();
    assertThat(push(small, Messages.of("C"), "1")).isEqualTo(PushOutcome.STORED);
    assertThat(small.bytes()).isEqualTo(two);
  }

  @Test
  void longIdsCountToo() {
    MessageTable small = table(4, 10, weight(Messages.of("A"), "1") + 1000);
    assertThat(push(small, Messages.of("A"), "x".repeat(1002))).isEqualTo(PushOutcome.FULL);
    assertThat(push(small, Messages.of("A"), "x".repeat(1001))).isEqualTo(PushOutcome.STORED);
  }

  private static int weight(SipMessage message, String id) {
    StoredMessage.Wanted wanted = new StoredMessage.Wanted(message, id, 0);
    return Objects.requireNonNull(StoredMessage.copy(wanted, 0, Instant.EPOCH)).weight();
  }

  @Test
  void whatHasExpiredAnywhereMakesRoomBeforeItIsSwept() {
    MessageTable small = table(16, 3, 1 << 20);
    for (int i = 0; i < 3; i++) {
      push(small, Messages.of("old-" + i), "m");
    }
    assertThat(push(small, Messages.of("young"), "m")).isEqualTo(PushOutcome.FULL);
    time.advance(EXPIRE.plusMillis(1));
    for (int i = 0; i < 3; i++) {
      assertThat(push(small, Messages.of("young-" + i), "m")).isEqualTo(PushOutcome.STORED);
    }
    assertThat(push(small, Messages.of("young"), "m")).isEqualTo(PushOutcome.FULL);
  }

  @Test
  void allThatExpiresIsCountedHoweverItGoes() {
    for (int i = 0; i < 300; i++) {
      push(table, Messages.of("asked"), "id-" + i);
    }
    push(table, Messages.of("swept"), "m");
    push(table, Messages.of("replaced"), "m");
    push(table, Messages.of("removed"), "m");
    StoredMessage late = kept(table, "removed", "m");
    time.advance(EXPIRE.plusMillis(1));
    assertThat(table.has("asked")).isFalse();
    assertThat(expired.value()).isEqualTo(300);
    assertThat(push(table, Messages.of("replaced"), "m")).isEqualTo(PushOutcome.STORED);
    assertThat(table.remove(late)).isFalse();
    table.sweep(0, 1);
    assertThat(expired.value()).isEqualTo(303);
    assertThat(table.items()).isEqualTo(1);
  }

  @Test
  void whateverHappensAtOnceNothingIsLeftOver() throws InterruptedException {
    MessageTable busy = table(2, 60, 60 * 1000);
    AtomicLong balance = new AtomicLong();
    List<Thread> threads =
        IntStream.range(0, 4)
            .mapToObj(seed -> new Thread(() -> balance.addAndGet(comeAndGo(busy, seed))))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    busy.sweep(0, 1);
    assertThat(busy.items()).isEqualTo(busy.page(0, 1000).size());
    assertThat(balance.get()).isEqualTo(busy.items() + expired.value());
    time.advance(EXPIRE.plusMillis(1));
    busy.sweep(0, 1);
    assertThat(busy.items()).isZero();
    assertThat(busy.bytes()).isZero();
  }

  /** How many more messages came than were taken out again. */
  private long comeAndGo(MessageTable busy, int seed) {
    Random random = new Random(seed);
    long more = 0;
    for (int i = 0; i < 20_000; i++) {
      String call = "call-" + random.nextInt(20);
      String id = "id-" + random.nextInt(5);
      switch (random.nextInt(8)) {
        case 0, 1, 2 -> {
          SipMessage message = Messages.of(call, "x".repeat(random.nextInt(600)));
          more += push(busy, message, id) == PushOutcome.STORED ? 1 : 0;
        }
        case 3, 4 -> {
          StoredMessage found = busy.find(call, id);
          more -= found != null && busy.remove(found) ? 1 : 0;
        }
        case 5 -> busy.sweep(seed % 2, 2);
        case 6 -> busy.match(call, "z9hG4bK1");
        default -> {
          if (seed == 0 && random.nextInt(12) == 0) {
            time.advance(EXPIRE.dividedBy(3));
          }
        }
      }
    }
    return more;
  }

  private static StoredMessage kept(MessageTable table, String callId, String id) {
    return Objects.requireNonNull(table.find(callId, id));
  }
}
