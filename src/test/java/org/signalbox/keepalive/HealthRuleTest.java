// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.signalbox.keepalive.PingOutcome.Answered;
import org.signalbox.keepalive.PingOutcome.Cause;
import org.signalbox.keepalive.PingOutcome.NoAnswer;
import org.signalbox.keepalive.PingOutcome.Unsendable;

class HealthRuleTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void aSuccessForgetsTheFailures() {
    Health health = after(answered(200), new NoAnswer(null), new NoAnswer(null), answered(200));
    assertThat(health.state()).isEqualTo(DestinationState.UP);
    assertThat(health.failures()).isZero();
    assertThat(health.lastUp()).isEqualTo(START.plusSeconds(4));
    assertThat(health.lastDown()).isEqualTo(START.plusSeconds(3));
    assertThat(health.since()).isEqualTo(START.plusSeconds(4));
  }

  @Test
  void failuresOfAnyKindAddUp() {
    Health health =
        after(answered(500), new NoAnswer(null), new Unsendable(Cause.REFUSED, "", null));
    assertThat(health.state()).isEqualTo(DestinationState.DOWN);
    assertThat(health.failures()).isEqualTo(3);
    assertThat(health.since()).isEqualTo(START.plusSeconds(1));
    assertThat(health.lastUp()).isNull();
    assertThat(health.why()).isEqualTo("refused");
  }

  @Test
  void theSilenceOfAnOlderPingIsNoNews() {
    Health up = verdict(Health.unknown(START), result(6, answered(200)));
    assertThat(verdict(up, result(2, new NoAnswer(null)))).isSameAs(up);
  }

  @Test
  void whatThisServerWasTooBusyToSendSaysNothing() {
    Health up = after(answered(200));
    Unsendable overload = new Unsendable(Cause.OVERLOAD, "", null);
    assertThat(verdict(up, result(2, overload))).isSameAs(up);
  }

  @Test
  void itAlwaysSaysWhy() {
    assertThat(Health.unknown(START).why()).isEqualTo("not pinged yet");
    assertThat(after(answered(404)).why()).isEqualTo("404 Reason");
    assertThat(after(new NoAnswer(null)).why()).isEqualTo("no answer");
    assertThat(after(new Unsendable(Cause.CANNOT_RESOLVE, "no such name", null)).why())
        .isEqualTo("cannot resolve: no such name");
  }

  @Test
  void rowsOfPingsDoNotWrapAround() {
    Health before =
        new Health(DestinationState.UP, START, 0, Integer.MAX_VALUE, START, null, null, false);
    assertThat(verdict(before, result(1, answered(200))).successes()).isEqualTo(Integer.MAX_VALUE);
    Health down =
        new Health(DestinationState.DOWN, START, Integer.MAX_VALUE, 0, null, START, null, false);
    assertThat(verdict(down, result(1, answered(503))).failures()).isEqualTo(Integer.MAX_VALUE);
  }

  private static Health verdict(Health before, PingResult result) {
    return HealthRule.after(before, result, HealthPolicy.DEFAULT, null);
  }

  private static Health after(PingOutcome... outcomes) {
    Health health = Health.unknown(START);
    for (int i = 0; i < outcomes.length; i++) {
      health = verdict(health, result(i + 1, outcomes[i]));
    }
    return health;
  }

  private static PingResult result(long number, PingOutcome outcome) {
    return new PingResult(number, START.plusSeconds(number), outcome);
  }

  private static PingOutcome answered(int code) {
    return new Answered(code, "Reason", Duration.ofMillis(3), null);
  }
}
