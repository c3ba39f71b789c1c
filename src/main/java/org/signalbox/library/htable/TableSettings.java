// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.htable;

import org.jspecify.annotations.Nullable;
import org.signalbox.module.Attributes;
import org.signalbox.script.Value;
import org.signalbox.script.plan.Unresolvable;

/**
 * What a file says about a table: {@code name=>size=4;autoexpire=7200;initval=1} (modules.md §15).
 *
 * @param slots how many Kamailio would have; here they are for display and for locks
 * @param lifetime of an item in seconds; 0 for ever
 * @param initial what an absent item reads as; null for nothing
 * @param renewing whether an update begins the lifetime anew
 * @param databaseTable where its items would be kept; empty for nowhere
 * @param databaseMode whether they would be written back
 * @param replicated whether other servers would get them
 */
record TableSettings(
    String name,
    int slots,
    long lifetime,
    @Nullable Value initial,
    boolean renewing,
    String databaseTable,
    long databaseMode,
    boolean replicated) {

  private static final int FEWEST = 3;
  private static final int MOST = 14;

  /** Reads a definition; throws {@link Unresolvable}. */
  static TableSettings of(String written) {
    int arrow = written.indexOf("=>");
    if (arrow <= 0 || written.substring(0, arrow).isBlank()) {
      throw new Unresolvable("must be 'name=>size=4;autoexpire=...', not '" + written + "'");
    }
    Attributes given =
        Attributes.of(
            written.substring(arrow + 2),
            "size",
            "autoexpire",
            "initval",
            "updateexpire",
            "dbtable",
            "dbmode",
            "cols",
            "coldelim",
            "colnull",
            "dmqreplicate");
    long exponent = Math.max(FEWEST, Math.min(MOST, given.number("size", FEWEST)));
    return new TableSettings(
        written.substring(0, arrow).strip(),
        1 << exponent,
        Math.max(0, given.number("autoexpire", 0)),
        given.has("initval") ? Value.of(given.number("initval", 0)) : null,
        given.number("updateexpire", 1) != 0,
        given.text("dbtable", ""),
        given.number("dbmode", 0),
        given.number("dmqreplicate", 0) != 0);
  }
}
