// SPDX-License-Identifier: Apache-2.0
package org.signalbox.async;

import org.jspecify.annotations.Nullable;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.StateKey;
import org.signalbox.script.variable.VariableTable;
import org.signalbox.worker.WorkerGroup;

/**
 * What a worker is told: {@code $async(key)} for texts, {@code $atkv(key)} for type, key and value;
 * null elsewhere (async.md §6).
 */
record TaskData(@Nullable String data, @Nullable TypeKeyValue event) {
  private static final StateKey<TaskData> KEY = StateKey.ofRun(() -> new TaskData(null, null));

  /** What {@code async_tkv_emit} was given. */
  record TypeKeyValue(long type, String key, String value) {}

  static TaskData of(String data) {
    return new TaskData(data, null);
  }

  static TaskData of(TypeKeyValue event) {
    return new TaskData(null, event);
  }

  void in(Frame frame) {
    frame.keep(KEY, this);
  }

  static VariableFamily variables() {
    return VariableTable.builder()
        .keyed(
            "async",
            new VariableTable.Keys()
                .text("data", frame -> frame.state(KEY).data)
                .text("gname", frame -> group()))
        .keyed(
            "atkv",
            new VariableTable.Keys()
                .any(
                    "type",
                    (frame, into) -> {
                      TypeKeyValue event = frame.state(KEY).event;
                      if (event == null) {
                        into.clear();
                      } else {
                        into.set(event.type());
                      }
                    })
                .text(
                    "key",
                    frame -> {
                      TypeKeyValue event = frame.state(KEY).event;
                      return event == null ? null : event.key();
                    })
                .text(
                    "val",
                    frame -> {
                      TypeKeyValue event = frame.state(KEY).event;
                      return event == null ? null : event.value();
                    }))
        .build();
  }

  private static @Nullable String group() {
    WorkerGroup group = WorkerGroup.current();
    return group == null || !group.declared() ? null : group.name();
  }
}
