// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.corex;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.BlockKind;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.Route;
import org.signalbox.script.variable.VariableTable;
import org.signalbox.script.variable.VariableTable.Keys;

/** {@code $cfg(k)}: the statement that runs (variables.md §14). */
final class ScriptPosition {
  /** What blocks are called that have no name of their own. */
  private static final Map<BlockKind, String> UNNAMED =
      Map.of(
          BlockKind.REQUEST, "DEFAULT_ROUTE",
          BlockKind.REPLY, "DEFAULT_ONREPLY",
          BlockKind.FAILURE, "DEFAULT_FAILURE",
          BlockKind.BRANCH, "DEFAULT_BRANCH",
          BlockKind.ONSEND, "DEFAULT_ONSEND");

  private ScriptPosition() {}

  static VariableFamily family() {
    return VariableTable.builder()
        .keyed(
            "cfg",
            new Keys()
                .text("file", ScriptPosition::file)
                .text("name", ScriptPosition::file)
                .number("line", frame -> frame.place().line())
                .text("route", frame -> route(frame.route())))
        .build();
  }

  private static String file(Frame frame) {
    return frame.place().source().name();
  }

  private static String route(@Nullable Route route) {
    if (route == null) {
      return "";
    }
    return route.name().isEmpty() ? UNNAMED.getOrDefault(route.kind(), "") : route.name();
  }
}
