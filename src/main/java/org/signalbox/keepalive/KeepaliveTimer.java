// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.ModulesStarted;
import org.signalbox.module.ModulesStopping;

/**
 * The EJB timer that drives the pings; it exists only while the module is loaded.
 *
 * <p>Each tick orders the next one: an interval timer would fire again while a tick that a garbage
 * collection has delayed is still at work, and WildFly warns of that every time.
 */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class KeepaliveTimer {
  /** Between two ticks; a timer of EJB costs as much as some dozen pings. */
  private static final Duration SHORTEST = Duration.ofMillis(100);

  /** The same while nobody is due: what is added now is pinged in half a second. */
  private static final Duration LONGEST = Duration.ofMillis(200);

  @Resource private TimerService timers;
  private volatile @Nullable DestinationWatch watch;

  /** Begins to tick if the file loads the module. */
  public void begin(@Observes ModulesStarted started) {
    started.find(KeepaliveModule.class).flatMap(KeepaliveModule::watch).ifPresent(this::drive);
  }

  /** Ends the ticks. */
  public void end(@Observes ModulesStopping stopping) {
    watch = null;
    timers.getTimers().forEach(Timer::cancel);
  }

  /** One tick. What goes wrong in it must not end the timer, so it ends here. */
  @Timeout
  public void tick() {
    DestinationWatch driven = watch;
    if (driven == null) {
      return;
    }
    try {
      driven.tick();
    } catch (
        Throwable e) { // errors too: EJB calls a timeout that threw again, so ticks would double
      KeepaliveLog.LOG.tickFailed(e);
    } finally {
      orderTick();
    }
  }

  private void drive(DestinationWatch started) {
    watch = started;
    orderTick();
  }

  private void orderTick() {
    DestinationWatch driven = watch;
    if (driven != null) {
      timers.createSingleActionTimer(
          pause(driven.untilNext()).toMillis(), new TimerConfig(null, false));
    }
  }

  static Duration pause(Duration untilNext) {
    Duration atLeast = untilNext.compareTo(SHORTEST) < 0 ? SHORTEST : untilNext;
    return atLeast.compareTo(LONGEST) > 0 ? LONGEST : atLeast;
  }
}
