// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.time.Duration;
import org.signalbox.module.Bindings;
import org.signalbox.timer.TimerNode;
import org.signalbox.timer.TimerWheel;

/** Drives the pings of a server without EJB timers: a tick every 50 ms of its wheel. */
public final class KeepaliveTicks {
  private static final Duration TICK = Duration.ofMillis(50);

  private KeepaliveTicks() {}

  /** Begins to tick if the file loads the module. */
  public static void begin(Bindings bindings, TimerWheel wheel) {
    bindings
        .find(Keepalive.class)
        .map(DestinationWatch.class::cast)
        .ifPresent(watch -> order(watch, wheel));
  }

  private static void order(DestinationWatch watch, TimerWheel wheel) {
    wheel.start(
        TimerNode.running(
            () -> {
              watch.tick();
              order(watch, wheel);
            }),
        TICK);
  }
}
