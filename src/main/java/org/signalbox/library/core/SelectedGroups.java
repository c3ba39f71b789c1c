// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import static org.signalbox.module.Functions.ANY;
import static org.signalbox.script.FunctionSignature.ParameterKind.CONSTANT;
import static org.signalbox.script.FunctionSignature.ParameterKind.INTEGER;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Functions;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.ScriptFunction;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.script.run.StateKey;

/**
 * Which instances of its groups of globals a message looks at ({@code cfg_select}); Kamailio's
 * choice lasts in its process, ours with the message. One thread.
 */
final class SelectedGroups {
  private static final StateKey<SelectedGroups> KEY = StateKey.ofRun(SelectedGroups::new);

  private final Map<String, Long> instances = new HashMap<>();

  static SelectedGroups of(Frame frame) {
    return frame.state(KEY);
  }

  /** The instance of a group; null for the group itself. */
  @Nullable Long instance(String group) {
    return instances.get(group);
  }

  /** {@code cfg_select("group", id)}: -1 when the file has no such instance. */
  static ScriptFunction select(UserGlobals globals) {
    return Functions.of(
        "cfg_select", ANY, arguments -> select(arguments, globals), CONSTANT, INTEGER);
  }

  private static FunctionCall select(Arguments arguments, UserGlobals globals) {
    String group = arguments.constant(0);
    Arguments.IntegerArgument wanted = arguments.integer(1);
    return frame -> {
      long instance = wanted.value(frame, -1);
      if (!globals.has(group, instance)) {
        frame.error("group instance '" + group + "[" + instance + "]' does not exist");
        return -1;
      }
      of(frame).instances.put(group, instance);
      return 1;
    };
  }

  /** {@code cfg_reset("group")}. */
  static FunctionCall reset(Arguments arguments) {
    String group = arguments.constant(0);
    return frame -> {
      of(frame).instances.remove(group);
      return 1;
    };
  }
}
