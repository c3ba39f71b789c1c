// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.htable;

import org.jspecify.annotations.Nullable;
import org.signalbox.script.plan.Resolver;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.TextFormat;

/**
 * {@code table=>key} as a script writes it: the table is fixed, the key may hold variables and may
 * be empty.
 */
record ItemName(String table, TextFormat rest) {

  static ItemName of(@Nullable String written, Resolver resolver) {
    int arrow = written == null ? -1 : written.indexOf("=>");
    if (written == null || arrow <= 0) {
      throw new Unresolvable("must be 'table=>key', not '" + written + "'");
    }
    return new ItemName(
        written.substring(0, arrow).strip(), resolver.format(written.substring(arrow + 2)));
  }

  /** What stands behind the arrow, for this message. */
  String key(Frame frame) {
    return rest.text(frame);
  }
}
