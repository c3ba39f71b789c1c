// SPDX-License-Identifier: Apache-2.0
package org.signalbox.async;

import org.jspecify.annotations.Nullable;
import org.signalbox.routing.Globals;
import org.signalbox.routing.Routing;
import org.signalbox.script.BlockKind;
import org.signalbox.script.RouteKind;
import org.signalbox.script.run.Excerpt;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.Route;
import org.signalbox.script.run.Script;
import org.signalbox.worker.Handover;
import org.signalbox.worker.WorkerGroup;
import org.signalbox.worker.WorkerGroups;

/** Work without a request: a route that runs with a text, on a worker. Thread-safe. */
final class Tasks {
  /** The event route of {@code async_tkv_emit} when the file names no other. */
  static final String EVENT = "core:tkv";

  private static final int DONE = 1;
  private static final int FAILED = -1;
  private static final int LONGEST_VALUE = 1024;

  private final Routing routing;
  private final WorkerGroups workers;
  private final Globals globals;

  Tasks(Routing routing, WorkerGroups workers, Globals globals) {
    this.routing = routing;
    this.workers = workers;
    this.globals = globals;
  }

  /** A group of the file by name; null, and said so, when there is none. */
  @Nullable WorkerGroup group(Frame frame, @Nullable String name) {
    WorkerGroup found = name == null ? null : workers.find(name).orElse(null);
    if (found == null) {
      frame.error("async group [" + Excerpt.of(String.valueOf(name)) + "] not found");
    }
    return found;
  }

  /** Says that a group is full. */
  static int refused(Frame frame, WorkerGroup group) {
    return AsyncFunctions.failed(frame, "async group [" + group.name() + "] takes no more work");
  }

  /** Runs a route with a text. */
  int data(Frame frame, Route route, @Nullable String name, String data) {
    WorkerGroup group = group(frame, name);
    return group == null ? FAILED : run(frame, group, route, TaskData.of(data));
  }

  /** Runs the event route of type, key and value. */
  int emit(Frame frame, long type, String key, String value) {
    String name = globals.text("async_tkv_gname");
    if (name.isEmpty()) {
      return AsyncFunctions.failed(frame, "async_tkv_gname is not set");
    }
    if (value.length() > LONGEST_VALUE) {
      return AsyncFunctions.failed(frame, "the value is longer than " + LONGEST_VALUE + " bytes");
    }
    String callback = globals.text("async_tkv_evcb");
    String event = callback.isEmpty() ? EVENT : callback;
    Route route = frame.script().route(BlockKind.EVENT, event).orElse(null);
    if (route == null) {
      return AsyncFunctions.failed(frame, "there is no event_route[" + event + "]");
    }
    WorkerGroup group = group(frame, name);
    return group == null
        ? FAILED
        : run(frame, group, route, TaskData.of(new TaskData.TypeKeyValue(type, key, value)));
  }

  private int run(Frame frame, WorkerGroup group, Route route, TaskData told) {
    Script script = frame.script();
    Runnable task =
        () -> {
          Frame own = new Frame(script, routing.faked(), RouteKind.REQUEST);
          told.in(own);
          routing.run(route, RouteKind.REQUEST, own);
        };
    return group.submit(task) == Handover.ACCEPTED ? DONE : refused(frame, group);
  }
}
