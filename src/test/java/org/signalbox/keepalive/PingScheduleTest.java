// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.signalbox.testkit.ManualTime;

class PingScheduleTest {
  private static final Duration INTERVAL = Duration.ofSeconds(30);
  private static final Duration TICK = Duration.ofMillis(50);

  private final ManualTime time = new ManualTime();
  private final PingSchedule schedule = new PingSchedule(time);
  private final List<Long> calls = new ArrayList<>();

  @Test
  void oneAloneIsCalledAfterHalfASecondAndThenAtItsInterval() {
    schedule.start(new Caller(INTERVAL));
    run(91);
    assertThat(calls).containsExactly(500L, 30_500L, 60_500L, 90_500L);
  }

  @Test
  void whoTicksOnlyWhenSomebodyIsDueComesInTime() {
    assertThat(schedule.untilNext()).isGreaterThan(Duration.ofDays(1));
    schedule.start(new Caller(INTERVAL));
    assertThat(schedule.untilNext()).isLessThan(Duration.ofMillis(510));
    int ticks = 0;
    while (calls.isEmpty()) {
      Duration pause = schedule.untilNext();
      time.advance(pause.compareTo(TICK) > 0 ? pause : TICK);
      schedule.tick();
      ticks++;
    }
    assertThat(calls.get(0)).isBetween(500L, 550L);
    assertThat(ticks).isLessThan(10);
    assertThat(KeepaliveTimer.pause(schedule.untilNext())).isEqualTo(Duration.ofMillis(200));
    assertThat(KeepaliveTimer.pause(Duration.ZERO)).isEqualTo(Duration.ofMillis(100));
    assertThat(KeepaliveTimer.pause(Duration.ofMillis(120))).isEqualTo(Duration.ofMillis(120));
  }

  @Test
  void aHundredThousandAtOnceAreSpreadFromTheFirstIntervalOn() {
    schedule.startAll(callers(100_000));
    run(1);
    calls.clear();
    run(90);
    assertThat(calls).hasSizeBetween(290_000, 310_000);
    assertThat(worstSecond(1, 91)).isLessThan(1.3);
  }

  @Test
  void aHundredThousandAddedOneByOneInAnInstantAreSpreadToo() {
    callers(100_000).forEach(schedule::start);
    run(31);
    assertThat(calls).hasSizeGreaterThan(95_000);
    calls.clear();
    run(60);
    assertThat(worstSecond(31, 91)).isLessThan(1.3);
  }

  @Test
  void gapsThatOthersLeftAreFilledAgain() {
    List<Caller> callers = callers(100_000);
    schedule.startAll(callers);
    run(31);
    callers.stream().filter(caller -> caller.due % INTERVAL.toNanos() > 10e9).toList().stream()
        .filter(caller -> caller.number % 10 != 0)
        .forEach(schedule::stop);
    run(60);
    calls.clear();
    run(30);
    assertThat(calls).hasSizeBetween(35_000, 45_000);
    assertThat(worstSecond(91, 121)).isLessThan(1.3);
  }

  @Test
  void aFewTogetherAllStartWithinASecond() {
    schedule.startAll(callers(10));
    run(1.5);
    assertThat(calls).hasSize(10);
  }

  @Test
  void aLateTickCatchesUpWithoutABurstAndCallsNobodyTwice() {
    schedule.startAll(callers(30_000));
    run(40);
    calls.clear();
    time.advance(Duration.ofSeconds(10));
    run(60);
    assertThat(calls).hasSizeBetween(58_000, 71_000);
    assertThat(worstSecond(50, 110)).isLessThan(1.4);
  }

  @Test
  void anIntervalOfZeroIsOneCall() {
    schedule.start(new Caller(Duration.ZERO));
    run(120);
    assertThat(calls).hasSize(1);
  }

  @Test
  void whoIsStoppedIsNotCalled() {
    Caller caller = new Caller(INTERVAL);
    schedule.start(caller);
    schedule.start(caller);
    run(1);
    schedule.stop(caller);
    run(60);
    assertThat(calls).hasSize(1);
    schedule.start(caller);
    run(1);
    assertThat(calls).hasSize(2);
  }

  @Test
  void whoIsNotWantedIsNeitherCalledNorAskedAgain() {
    Caller caller = new Caller(INTERVAL);
    caller.wanted = false;
    schedule.start(caller);
    run(1);
    assertThat(calls).isEmpty();
    assertThat(schedule.scheduled(caller)).isFalse();
  }

  @Test
  void everyIntervalIsKeptAmongManyDifferentOnes() {
    Random random = new Random(3);
    List<Caller> callers = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      callers.add(new Caller(Duration.ofMillis(1_000 + random.nextInt(20_000))));
    }
    schedule.startAll(callers);
    run(60);
    for (Caller caller : callers) {
      long expected = 60_000 / caller.interval.toMillis();
      assertThat(caller.called).isBetween((int) expected - 20, (int) expected + 1);
    }
  }

  @Test
  void aCallerThatFailsDoesNotKeepTheOthersWaiting() {
    Caller failing = new Caller(INTERVAL);
    failing.failing = true;
    schedule.start(failing);
    schedule.start(new Caller(INTERVAL));
    run(31);
    assertThat(calls).hasSize(2);
    assertThat(failing.called).isEqualTo(2);
  }

  private List<Caller> callers(int count) {
    List<Caller> callers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      callers.add(new Caller(INTERVAL));
      callers.get(i).number = i;
    }
    return callers;
  }

  private void run(double seconds) {
    for (double left = seconds; left > 1e-9; left -= 0.05) {
      time.advance(TICK);
      schedule.tick();
    }
  }

  /** How far the busiest second of a span stands above the mean. */
  private double worstSecond(int from, int to) {
    int[] counts = new int[to - from + 1];
    calls.forEach(call -> counts[(int) ((call - 1) / 1000) - from]++);
    int worst = 0;
    for (int count : counts) {
      worst = Math.max(worst, count);
    }
    return worst * (double) (to - from) / calls.size();
  }

  private final class Caller extends Seat {
    private final Duration interval;
    private boolean wanted = true;
    private boolean failing;
    private int number;
    private int called;

    Caller(Duration interval) {
      super(schedule);
      this.interval = interval;
    }

    @Override
    Duration interval() {
      return interval;
    }

    @Override
    boolean wanted() {
      return wanted;
    }

    @Override
    void ping() {
      called++;
      if (failing) {
        throw new IllegalStateException("broken on purpose");
      }
      calls.add(time.elapsed().toMillis());
    }
  }
}
