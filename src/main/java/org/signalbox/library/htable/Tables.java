// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.htable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.run.Frame;

/** The tables of a file by name. Filled before the first message, then unchanged. */
final class Tables {
  private final Map<String, Table> tables = new LinkedHashMap<>();

  /** Adds a table unless there is one of that name. */
  void add(TableSettings settings, Table.Bounds bounds) {
    if (tables.containsKey(settings.name())) {
      HtableLog.LOG.duplicate(settings.name());
    } else {
      tables.put(settings.name(), new Table(settings, bounds));
    }
  }

  Optional<Table> find(String name) {
    return Optional.ofNullable(tables.get(name));
  }

  /** The table of that name; null, and an error of the script, when there is none. */
  @Nullable Table of(Frame frame, String name) {
    Table table = tables.get(name);
    if (table == null) {
      frame.error("no such htable: " + name);
    }
    return table;
  }

  /** All of them, in the order of the file. */
  List<Table> all() {
    return List.copyOf(tables.values());
  }

  void sweep(Table.Ending ending) {
    tables.values().forEach(table -> table.sweep(ending));
  }
}
