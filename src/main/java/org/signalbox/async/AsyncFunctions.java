// SPDX-License-Identifier: Apache-2.0
package org.signalbox.async;

import static org.signalbox.module.Functions.ANY;
import static org.signalbox.module.Functions.REQUEST_FAILURE;
import static org.signalbox.script.FunctionSignature.ParameterKind.INTEGER;
import static org.signalbox.script.FunctionSignature.ParameterKind.TEXT;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Functions;
import org.signalbox.module.Port;
import org.signalbox.script.BlockKind;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.Arguments.IntegerArgument;
import org.signalbox.script.plan.Arguments.ShownArgument;
import org.signalbox.script.plan.Arguments.TextArgument;
import org.signalbox.script.plan.ScriptFunction;
import org.signalbox.script.run.Excerpt;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.script.run.Route;
import org.signalbox.worker.WorkerGroups;

/** What scripts may call (async.md §3). */
final class AsyncFunctions {
  private static final int FAILED = -1;

  private final Port<Work> work;
  private boolean tasks;

  AsyncFunctions(Port<Work> work) {
    this.work = work;
  }

  ScriptFunction[] all() {
    Supplier<Pace> seconds = () -> work.get().seconds();
    Supplier<Pace> milliseconds = () -> work.get().milliseconds();
    return new ScriptFunction[] {
      Functions.of("async_route", REQUEST_FAILURE, given -> route(given, seconds), TEXT, INTEGER),
      Functions.of("async_sleep", REQUEST_FAILURE, given -> sleep(given, seconds), INTEGER),
      Functions.of(
          "async_ms_route", REQUEST_FAILURE, given -> route(given, milliseconds), TEXT, INTEGER),
      Functions.of("async_ms_sleep", REQUEST_FAILURE, given -> sleep(given, milliseconds), INTEGER),
      Functions.of("async_task_route", REQUEST_FAILURE, this::taskRoute, TEXT),
      Functions.of("async_task_group_route", REQUEST_FAILURE, this::taskRoute, TEXT, TEXT),
      Functions.of("async_task_data", ANY, given -> taskData(given, 1), TEXT, TEXT),
      Functions.of("async_task_group_data", ANY, given -> taskData(given, 2), TEXT, TEXT, TEXT),
      Functions.of("async_tkv_emit", ANY, this::emit, INTEGER, TEXT, TEXT),
    };
  }

  /** Whether the file hands work to workers: then there must be some. */
  boolean tasks() {
    return tasks;
  }

  private FunctionCall route(Arguments given, Supplier<Pace> pace) {
    TextArgument name = given.route(0, BlockKind.NAMED);
    IntegerArgument pause = given.integer(1);
    return frame -> {
      Route route = route(frame, name.value(frame));
      return route == null
          ? FAILED
          : work.get().route(frame, route, pace.get(), pause.value(frame, 0));
    };
  }

  private FunctionCall sleep(Arguments given, Supplier<Pace> pace) {
    IntegerArgument pause = given.integer(0);
    if (!given.followed()) {
      return frame -> failed(frame, "cannot be executed as last action in a route block");
    }
    return frame -> work.get().sleep(frame, pace.get(), pause.value(frame, 0));
  }

  private FunctionCall taskRoute(Arguments given) {
    tasks = true;
    TextArgument name = given.route(0, BlockKind.NAMED);
    TextArgument group = given.count() > 1 ? given.text(1) : frame -> WorkerGroups.DEFAULT;
    return frame -> {
      Route route = route(frame, name.value(frame));
      return route == null ? FAILED : work.get().task(frame, route, group.value(frame));
    };
  }

  private FunctionCall taskData(Arguments given, int data) {
    tasks = true;
    TextArgument name = given.route(0, BlockKind.NAMED);
    TextArgument group = data > 1 ? given.text(1) : frame -> WorkerGroups.DEFAULT;
    ShownArgument text = given.shown(data);
    return frame -> {
      Route route = route(frame, name.value(frame));
      return route == null
          ? FAILED
          : work.get().tasks().data(frame, route, group.value(frame), text.value(frame));
    };
  }

  private FunctionCall emit(Arguments given) {
    IntegerArgument type = given.integer(0);
    ShownArgument key = given.shown(1);
    ShownArgument value = given.shown(2);
    return frame ->
        work.get().tasks().emit(frame, type.value(frame, 0), key.value(frame), value.value(frame));
  }

  private static @Nullable Route route(Frame frame, @Nullable String name) {
    Route route = name == null ? null : frame.script().route(BlockKind.NAMED, name).orElse(null);
    if (route == null) {
      frame.error("route block not found: " + Excerpt.of(String.valueOf(name)));
      return null;
    }
    return route;
  }

  static int failed(Frame frame, String reason) {
    frame.error(reason);
    return FAILED;
  }
}
