// SPDX-License-Identifier: Apache-2.0
package org.signalbox.siprepo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalbox.sip.SipMessage;
import org.signalbox.testkit.ManualTime;

/** Where messages are kept (siprepo.md §5, §6). */
class MessageTableTest {
  private static final Duration EXPIRE = Duration.ofSeconds(30);

  private final ManualTime time = new ManualTime();
  private final MessageTable table = table(256);

  private MessageTable table(int slots) {
    return new MessageTable(new TableBounds(slots, 1_000_000, 1 << 30, EXPIRE), time);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 1000})
  void theNumberOfSlotsChangesNothing(int slots) {
    MessageTable other = table(slots);
    for (int call = 0; call < 50; call++) {
      SipMessage message = Messages.of("call-" + call);
      assertThat(other.push(message, "1")).isEqualTo(PushOutcome.STORED);
      assertThat(other.push(message, "2")).isEqualTo(PushOutcome.STORED);
      assertThat(other.push(message, "1")).isEqualTo(PushOutcome.DUPLICATE);
    }
    assertThat(other.items()).isEqualTo(100);
    assertThat(other.count("call-7")).isEqualTo(2);
    assertThat(other.has("call-50")).isFalse();
    assertThat(other.remove(kept(other, "call-7", "2"))).isTrue();
    assertThat(other.of("call-7")).extracting(StoredMessage::id).containsExactly("1");
  }

  @Test
  void aThousandMessagesOfOneCallAreFoundEach() {
    SipMessage message = Messages.of("A");
    for (int i = 0; i < 1000; i++) {
      assertThat(table.push(message, "id-" + i)).isEqualTo(PushOutcome.STORED);
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
    table.push(message, "m");
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
    table.push(Messages.of("A"), "m");
    SipMessage first = kept(table, "A", "m").message();
    first.edits().appendHeader("X-Added: 1\r\n");
    assertThat(kept(table, "A", "m").message()).isNotSameAs(first);
    assertThat(kept(table, "A", "m").text()).doesNotContain("X-Added");
  }

  @Test
  void sweepersShareTheWork() {
    for (int i = 0; i < 1000; i++) {
      table.push(Messages.of("call-" + i), "m");
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
      table.push(Messages.of("old-" + i), "m");
    }
    time.advance(EXPIRE.minusSeconds(1));
    table.push(Messages.of("young"), "m");
    assertThat(table.sweep(0, 1)).isZero();
    time.advance(Duration.ofSeconds(2));
    assertThat(table.sweep(0, 1)).isEqualTo(100_000);
    assertThat(table.has("young")).isTrue();
    assertThat(table.items()).isEqualTo(1);
  }

  @Test
  void whatHasExpiredIsNotFoundBeforeItIsSwept() {
    SipMessage message = Messages.of("A");
    table.push(message, "1");
    time.advance(EXPIRE.minusSeconds(1));
    table.push(message, "2");
    time.advance(Duration.ofSeconds(2));
    assertThat(table.find("A", "1")).isNull();
    assertThat(table.count("A")).isEqualTo(1);
    assertThat(table.push(message, "1")).isEqualTo(PushOutcome.STORED);
    time.advance(EXPIRE.minusSeconds(1));
    assertThat(table.of("A")).extracting(StoredMessage::id).containsExactly("1");
    time.advance(Duration.ofSeconds(2));
    assertThat(table.has("A")).isFalse();
    assertThat(table.page(0, 10)).isEmpty();
  }

  @Test
  void ofManyWhoTakeAMessageOneGetsIt() throws InterruptedException {
    table.push(Messages.of("A"), "m");
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
      table.push(Messages.of("call-" + i % 100), "m" + i);
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

  @Test
  void whatDoesNotFitIsRefused() {
    int length = Messages.of("A").length();
    int two = 2 * (length + MessageTable.OVERHEAD);
    MessageTable small = new MessageTable(new TableBounds(4, 10, two, EXPIRE), time);
    assertThat(small.push(Messages.of("A"), "1")).isEqualTo(PushOutcome.STORED);
    assertThat(small.push(Messages.of("B"), "1")).isEqualTo(PushOutcome.STORED);
    assertThat(small.push(Messages.of("C"), "1")).isEqualTo(PushOutcome.FULL);
    assertThat(small.items()).isEqualTo(2);
    assertThat(small.remove(kept(small, "A", "1"))).isTrue();
    assertThat(small.push(Messages.of("C"), "1")).isEqualTo(PushOutcome.STORED);
    assertThat(small.bytes()).isEqualTo(2L * length);
  }

  private static StoredMessage kept(MessageTable table, String callId, String id) {
    return Objects.requireNonNull(table.find(callId, id));
  }
}
