// SPDX-License-Identifier: Apache-2.0
package org.signalbox.siprepo;

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
 * The EJB timers that sweep the table, one for each sweeper; they exist only while the module is
 * loaded. Each sweep orders the next one, so that none begins before the last one has ended.
 */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class SiprepoTimer {
  @Resource private TimerService timers;
  private volatile @Nullable Sweeping sweeping;

  private record Sweeping(Repository repository, int sweepers, Duration interval) {}

  /** Begins to sweep if the file loads the module. */
  public void begin(@Observes ModulesStarted started) {
    started.find(SiprepoModule.class).ifPresent(this::drive);
  }

  private void drive(SiprepoModule module) {
    module
        .repository()
        .ifPresent(
            repository -> {
              int sweepers = module.sweepers();
              sweeping = new Sweeping(repository, sweepers, module.sweepInterval());
              for (int part = 0; part < sweepers; part++) {
                orderSweep(part);
              }
            });
  }

  /** Ends the sweeps. */
  public void end(@Observes ModulesStopping stopping) {
    sweeping = null;
    timers.getTimers().forEach(Timer::cancel);
  }

  /** One sweep of a share. What goes wrong in it must not end the timer, so it ends here. */
  @Timeout
  public void sweep(Timer timer) {
    Sweeping now = sweeping;
    if (now == null) {
      return;
    }
    int part = (Integer) timer.getInfo();
    try {
      now.repository().sweep(part, now.sweepers());
    } catch (Throwable e) { // errors too: EJB calls a timeout that threw again
      SiprepoLog.LOG.sweepFailed(e);
    } finally {
      orderSweep(part);
    }
  }

  private void orderSweep(int part) {
    Sweeping now = sweeping;
    if (now != null) {
      timers.createSingleActionTimer(now.interval().toMillis(), new TimerConfig(part, false));
    }
  }
}
