// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.counters;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.signalbox.script.plan.Unresolvable;

/**
 * A counter as a file writes it: {@code [group.]name[ description]} (statistics.md §2.3).
 *
 * @param group empty for the default one
 */
record ScriptCounter(String group, String name, String description) {
  private static final String NO_DESCRIPTION = "custom script counter.";
  private static final Pattern NOTATION =
      Pattern.compile("(?:([^. :]+)\\.)?([^ :]+)(?:[ :]\\s*(.*))?", Pattern.DOTALL);

  /** Takes a line apart; throws {@link Unresolvable}. */
  static ScriptCounter of(String written) {
    Matcher parts = NOTATION.matcher(written.strip());
    if (!parts.matches()) {
      throw new Unresolvable("must be '[group.]name description', not '" + written + "'");
    }
    String group = parts.group(1);
    String description = parts.group(3);
    return new ScriptCounter(
        group == null ? "" : group,
        parts.group(2),
        description == null || description.isEmpty() ? NO_DESCRIPTION : description);
  }

  /** The same with its group, where it names none. */
  ScriptCounter in(String otherwise) {
    return group.isEmpty() ? new ScriptCounter(otherwise, name, description) : this;
  }

  String qualifiedName() {
    return group + "." + name;
  }
}
