// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.htable;

import org.jspecify.annotations.Nullable;
import org.signalbox.script.Value;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.run.Cell;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.Variable;
import org.signalbox.script.variable.VariableTable;
import org.signalbox.script.variable.VariableTable.Keys;

/** {@code $sht} and its kin (variables.md §11). */
final class TableVariables {
  private final Tables tables;

  TableVariables(Tables tables) {
    this.tables = tables;
  }

  VariableFamily family() {
    return VariableTable.builder()
        .any("sht", item((name) -> VariableTable.writable(reading(this::value, name), put(name))))
        .any("shtex", item(name -> VariableTable.writable(reading(this::left, name), end(name))))
        .any("shtinc", item(name -> reading((table, key) -> sum(table, key, 1), name)))
        .any("shtdec", item(name -> reading((table, key) -> sum(table, key, -1), name)))
        .any("shtcn", item(name -> reading(count(Tests.Side.NAME), name)))
        .any("shtcv", item(name -> reading(count(Tests.Side.VALUE), name)))
        .inner("shtitkey", name -> (frame, into) -> into.set(Walks.of(frame).key(name)))
        .inner("shtitval", name -> (frame, into) -> into.set(Walks.of(frame).value(name)))
        .keyed(
            "shtrecord",
            new Keys()
                .any("key", (frame, into) -> into.set(Ended.of(frame).key()))
                .any("value", (frame, into) -> into.set(Ended.of(frame).value())))
        .build();
  }

  /** What a variable reads of a table, given what stands behind the arrow. */
  private interface Reading {
    @Nullable Value of(Table table, String key);
  }

  /** Makes a variable of what a script has written. */
  private interface OfItem {
    Variable variable(ItemName name);
  }

  private static VariableTable.Making item(OfItem making) {
    return (name, inner, index, resolver) -> {
      VariableFamily.plainOnly(name, null, index);
      return making.variable(ItemName.of(VariableFamily.inner(name, inner), resolver));
    };
  }

  /** Reads nothing from a table that does not exist. */
  private Variable reading(Reading reading, ItemName name) {
    return (frame, into) -> {
      Table table = tables.find(name.table()).orElse(null);
      Value value = table == null ? null : reading.of(table, name.key(frame));
      into.set(value == null ? Value.NULL : value);
    };
  }

  private @Nullable Value value(Table table, String key) {
    return table.value(key);
  }

  private Value left(Table table, String key) {
    return Value.of(table.secondsLeft(key));
  }

  private @Nullable Value sum(Table table, String key, long amount) {
    Long sum = table.add(key, amount);
    return sum == null ? null : Value.of(sum);
  }

  private static Reading count(Tests.Side side) {
    return (table, expression) -> {
      Table.Test test = Tests.counting(side, expression);
      return Value.of(test == null ? 0 : table.count(test));
    };
  }

  private VariableTable.Writing put(ItemName name) {
    return (frame, cell) -> {
      Value value = stored(cell);
      Table table = tables.of(frame, name.table());
      if (table == null) {
        return false;
      }
      String key = name.key(frame);
      if (value == null) {
        table.remove(key);
        return true;
      }
      return table.put(key, value) || full(frame, table);
    };
  }

  static boolean full(Frame frame, Table table) {
    frame.error("htable " + table.name() + " is full: it has " + table.size() + " items");
    return false;
  }

  private VariableTable.Writing end(ItemName name) {
    return (frame, cell) -> {
      long seconds = Math.max(0, cell.numberOr(0));
      Table table = tables.of(frame, name.table());
      if (table == null) {
        return false;
      }
      table.endIn(name.key(frame), seconds);
      return true;
    };
  }

  /** A number or a text; null for nothing. */
  private static @Nullable Value stored(Cell cell) {
    if (!cell.isPresent()) {
      return null;
    }
    return cell.kind() == Cell.Kind.NUMBER ? Value.of(cell.number()) : Value.of(cell.text());
  }
}
