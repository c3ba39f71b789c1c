// SPDX-License-Identifier: Apache-2.0
package org.signalbox.siprepo;

import org.signalbox.routing.Routing;
import org.signalbox.routing.RoutingSettings;
import org.signalbox.testkit.BareFrame;
import org.signalbox.testkit.ManualTime;
import org.signalbox.worker.WorkerGroups;

/** Repositories that have something in them. */
public final class KeptMessages {
  private KeptMessages() {}

  /** So many messages of each call; a script without routes. */
  public static SipRepository of(int each, String... calls) {
    ManualTime time = new ManualTime();
    MessageTable table =
        new MessageTable(
            new TableBounds(8, 1000, 1 << 20, TableBounds.NEVER),
            time,
            new SiprepoCounters().expired);
    SiprepoCounters counters = new SiprepoCounters();
    Routing routing =
        new Routing(
            BareFrame.telling(fault -> {}).script(), Messages.FROM, RoutingSettings.DEFAULTS, time);
    SipRepository repository =
        new Repository(
            table,
            counters,
            new Pulling(table, counters, routing, null),
            new WorkerGroups(task -> new Thread(task, "kept"), time));
    for (String call : calls) {
      for (int i = 0; i < each; i++) {
        repository.push(Messages.of(call), "m" + i);
      }
    }
    return repository;
  }
}
