// SPDX-License-Identifier: Apache-2.0
package org.signalbox.siprepo;

import org.signalbox.module.Modules;
import org.signalbox.timer.TimerNode;
import org.signalbox.timer.TimerWheel;

/** Sweeps the table of a server without EJB timers, by its wheel. */
public final class SiprepoSweeps {
  private SiprepoSweeps() {}

  /** Begins to sweep if the file loads the module. */
  public static void begin(Modules modules, TimerWheel wheel) {
    modules
        .find(SiprepoModule.class)
        .ifPresent(
            module -> {
              for (int part = 0; part < module.sweepers(); part++) {
                order(module, part, wheel);
              }
            });
  }

  private static void order(SiprepoModule module, int part, TimerWheel wheel) {
    wheel.start(
        TimerNode.running(
            () ->
                module
                    .repository()
                    .ifPresent(
                        repository -> {
                          repository.sweep(part, module.sweepers());
                          order(module, part, wheel);
                        })),
        module.sweepInterval());
  }
}
