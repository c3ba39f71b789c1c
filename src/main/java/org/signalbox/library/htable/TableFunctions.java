// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.htable;

import org.jspecify.annotations.Nullable;
import org.signalbox.module.Port;
import org.signalbox.routing.LogSink;
import org.signalbox.script.Value;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;

/** The functions of tables but those of iterators (modules.md §15): 1 done, -1 not. */
final class TableFunctions {
  private static final int NOTICE = 1;

  /** What sht_inc gives when there is no number to give, as Kamailio does. */
  private static final int NO_NUMBER = -255;

  private final Tables tables;
  private final Port<LogSink> log;

  TableFunctions(Tables tables, Port<LogSink> log) {
    this.tables = tables;
    this.log = log;
  }

  /** Something done with a table. */
  private interface Work {
    int on(Table table);
  }

  int remove(Frame frame, String[] tableAndKey) {
    return with(
        frame,
        tableAndKey[0],
        table -> {
          table.remove(tableAndKey[1]);
          return 1;
        });
  }

  int reset(Frame frame, String table) {
    return with(
        frame,
        table,
        known -> {
          known.clear();
          return 1;
        });
  }

  int isNull(Frame frame, String[] tableAndKey) {
    return with(frame, tableAndKey[0], table -> table.value(tableAndKey[1]) == null ? 1 : -1);
  }

  int increment(Frame frame, String[] tableAndKey) {
    return add(frame, tableAndKey, 1);
  }

  int decrement(Frame frame, String[] tableAndKey) {
    return add(frame, tableAndKey, -1);
  }

  private int add(Frame frame, String[] tableAndKey, long amount) {
    Table table = tables.of(frame, tableAndKey[0]);
    Long sum = table == null ? null : table.add(tableAndKey[1], amount);
    return sum == null ? NO_NUMBER : (int) (long) sum;
  }

  /** {@code sht_setxs(table, key, text, seconds)}. */
  FunctionCall setText(Arguments arguments) {
    Arguments.ShownArgument text = arguments.shown(2);
    return set(arguments, frame -> Value.of(text.value(frame)));
  }

  /** {@code sht_setxi(table, key, number, seconds)}. */
  FunctionCall setNumber(Arguments arguments) {
    Arguments.IntegerArgument number = arguments.integer(2);
    return set(
        arguments,
        frame -> {
          long value = number.value(frame, Long.MIN_VALUE);
          return value == Long.MIN_VALUE ? null : Value.of(value);
        });
  }

  /** Reads a value; null for none. */
  private interface Reading {
    @Nullable Value of(Frame frame);
  }

  private FunctionCall set(Arguments arguments, Reading reading) {
    Arguments.ShownArgument name = arguments.shown(0);
    Arguments.ShownArgument key = arguments.shown(1);
    Arguments.IntegerArgument seconds = arguments.integer(3);
    return frame -> {
      String item = key.value(frame);
      Value value = reading.of(frame);
      long left = seconds.value(frame, -1);
      if (value == null || left < 0) {
        frame.error("a value and a number of seconds are needed");
        return -1;
      }
      return with(
          frame,
          name.value(frame),
          table -> table.put(item, value, left) || TableVariables.full(frame, table) ? 1 : -1);
    };
  }

  /** {@code sht_rm_name_re("table=>regex")} and the same for values. */
  FunctionCall removeRegex(Arguments arguments, Tests.Side side) {
    ItemName written = ItemName.of(arguments.constant(0), arguments.resolver());
    return frame -> remove(frame, written.table(), Tests.regex(side, written.key(frame)));
  }

  /** {@code sht_rm_name(table, operator, operand)} and the same for values. */
  int removeMatching(Frame frame, String[] given, Tests.Side side) {
    return remove(frame, given[0], Tests.removing(side, given[1], given[2]));
  }

  private int remove(Frame frame, String name, Table.@Nullable Test test) {
    if (test == null) {
      return badTest(frame);
    }
    return with(
        frame,
        name,
        table -> {
          table.removeIf(test);
          return 1;
        });
  }

  /** Whether a table has an item that passes. */
  int has(Frame frame, String[] given, Tests.Side side) {
    Table.Test test = Tests.matching(side, given[1], given[2]);
    return test == null ? badTest(frame) : with(frame, given[0], table -> table.any(test) ? 1 : -1);
  }

  private static int badTest(Frame frame) {
    frame.error("unknown match operator or malformed regular expression");
    return -1;
  }

  /** {@code sht_lock("table=>key")}. */
  FunctionCall lock(Arguments arguments) {
    ItemName written = ItemName.of(arguments.constant(0), arguments.resolver());
    return frame ->
        with(
            frame,
            written.table(),
            table -> {
              if (table.locks().lock(frame, table.slot(written.key(frame)))) {
                return 1;
              }
              frame.error("waited in vain for a lock of htable " + table.name());
              return -1;
            });
  }

  /** {@code sht_unlock("table=>key")}. */
  FunctionCall unlock(Arguments arguments) {
    ItemName written = ItemName.of(arguments.constant(0), arguments.resolver());
    return frame ->
        with(
            frame,
            written.table(),
            table -> {
              table.locks().unlock(frame, table.slot(written.key(frame)));
              return 1;
            });
  }

  /** Writes every item into the log. */
  int print(Frame frame) {
    for (Table table : tables.all()) {
      line("htable " + table.name() + ": " + table.size() + " items");
      table
          .live()
          .forEachRemaining(
              entry -> line("  " + entry.getKey() + " = " + entry.getValue().value()));
    }
    return 1;
  }

  private void line(String text) {
    log.get().line(NOTICE, "", text);
  }

  private int with(Frame frame, String name, Work work) {
    Table table = tables.of(frame, name);
    return table == null ? -1 : work.on(table);
  }
}
