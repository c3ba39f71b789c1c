// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.servlet.sip.ServletTimer;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.TimerListener;
import javax.servlet.sip.TimerService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServletTimersTest {
  private final List<Long> fired = new ArrayList<>();
  private Stage stage;
  private TimerService timers;
  private SipApplicationSession session;

  @BeforeEach
  void start() throws Exception {
    TimerListener listener = timer -> fired.add(stage.time.elapsed().toMillis());
    stage =
        new Stage.Application()
            .servlet("main", ScriptedServlet.silent())
            .listener(listener)
            .started();
    timers = stage.container.timers();
    session = stage.container.factory().createApplicationSession();
    session.setExpires(0);
    session.setInvalidateWhenReady(false);
  }

  @Test
  void aTimerExpiresOnce() {
    ServletTimer timer = timers.createTimer(session, 1500, false, "note");

    assertThat(timer.getInfo()).isEqualTo("note");
    assertThat(timer.getApplicationSession()).isSameAs(session);
    assertThat(timer.getTimeRemaining()).isEqualTo(1500);
    assertThat(timer.scheduledExecutionTime())
        .isEqualTo(stage.time.instant().toEpochMilli() + 1500);
    assertThat(session.getTimers()).containsExactly(timer);
    assertThat(session.getTimer(timer.getId())).isSameAs(timer);
    stage.advance(Duration.ofSeconds(10));

    assertThat(fired).hasSize(1);
    assertThat(session.getTimers()).isEmpty();
    assertThat(stage.wheel.waiting()).isZero();
  }

  @Test
  void aRepeatingTimerKeepsItsRate() {
    timers.createTimer(session, 100, 1000, false, false, null);

    for (int step = 0; step < 31; step++) {
      stage.advance(Duration.ofMillis(100));
    }

    assertThat(fired).containsExactly(100L, 1100L, 2100L, 3100L);
  }

  @Test
  void aFixedDelayCountsFromTheEndOfTheCall() {
    timers.createTimer(session, 100, 1000, true, false, null);

    stage.advance(Duration.ofMillis(100));
    stage.advance(Duration.ofMillis(999));
    assertThat(fired).hasSize(1);
    stage.advance(Duration.ofMillis(1));

    assertThat(fired).hasSize(2);
  }

  @Test
  void aCancelledTimerIsSilent() {
    ServletTimer timer = timers.createTimer(session, 100, 1000, false, false, null);
    stage.advance(Duration.ofMillis(100));

    timer.cancel();
    stage.advance(Duration.ofSeconds(10));

    assertThat(fired).hasSize(1);
    assertThat(session.getTimers()).isEmpty();
    assertThat(stage.wheel.waiting()).isZero();
  }

  @Test
  void theEndOfTheSessionEndsItsTimers() {
    timers.createTimer(session, 100, false, null);

    session.invalidate();
    stage.advance(Duration.ofSeconds(1));

    assertThat(fired).isEmpty();
    assertThat(stage.wheel.waiting()).isZero();
  }

  @Test
  void aSessionWithNothingLeftGoesWithItsLastTimer() {
    session.setInvalidateWhenReady(true);
    timers.createTimer(session, 100, false, null);

    stage.advance(Duration.ofSeconds(1));

    assertThat(fired).hasSize(1);
    assertThat(session.isValid()).isFalse();
  }

  @Test
  void nonsenseIsRefused() throws Exception {
    assertThatThrownBy(() -> timers.createTimer(session, -1, false, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> timers.createTimer(session, 1, 0, false, false, null))
        .isInstanceOf(IllegalArgumentException.class);
    session.invalidate();
    assertThatThrownBy(() -> timers.createTimer(session, 1, false, null))
        .isInstanceOf(IllegalStateException.class);
    Stage deaf = Stage.with(ScriptedServlet.silent());
    SipApplicationSession other = deaf.container.factory().createApplicationSession();
    assertThatThrownBy(() -> deaf.container.timers().createTimer(other, 1, false, null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("TimerListener");
  }
}
