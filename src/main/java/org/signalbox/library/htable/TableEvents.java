// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.htable;

import org.signalbox.module.Port;
import org.signalbox.routing.Routing;
import org.signalbox.script.BlockKind;
import org.signalbox.script.RouteKind;
import org.signalbox.script.Value;
import org.signalbox.script.run.Frame;
import org.signalbox.worker.Handover;
import org.signalbox.worker.WorkerGroups;

/** Runs the event routes of tables, on workers and with a request that stands in for a message. */
final class TableEvents {
  static final String INIT = "htable:mod-init";
  private static final String EXPIRED = "htable:expired:";

  private final Port<Routing> routing;
  private final Port<WorkerGroups> workers;

  TableEvents(Port<Routing> routing, Port<WorkerGroups> workers) {
    this.routing = routing;
    this.workers = workers;
  }

  /** The tables are there, and no message has come yet. */
  void begin() {
    routing.get().event(INIT, routing.get().faked());
  }

  /** Runs the route for an item on this thread, which is a worker's. */
  void ended(Table table, String key, Value value) {
    String event = EXPIRED + table.name();
    if (routing.get().has(BlockKind.EVENT, event)) {
      Frame frame = routing.get().frame(routing.get().faked(), RouteKind.REQUEST);
      new Ended(Value.of(key), value).in(frame);
      routing.get().event(event, frame);
    }
  }

  /** Has a worker run the route: this thread serves a message, and an item is locked. */
  void overwritten(Table table, String key, Value value) {
    if (routing.get().has(BlockKind.EVENT, EXPIRED + table.name())
        && workers.get().events().submit(() -> ended(table, key, value)) != Handover.ACCEPTED) {
      HtableLog.LOG.endNotTold(table.name());
    }
  }
}
