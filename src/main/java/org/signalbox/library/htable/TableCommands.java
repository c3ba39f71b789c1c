// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.htable;

import static org.signalbox.rpc.RpcCommand.changing;
import static org.signalbox.rpc.RpcCommand.reading;
import static org.signalbox.rpc.RpcParameter.ANY_INTEGER;
import static org.signalbox.rpc.RpcParameter.ANY_TEXT;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.signalbox.rpc.RpcArray;
import org.signalbox.rpc.RpcCall;
import org.signalbox.rpc.RpcCommand;
import org.signalbox.rpc.RpcParameter;
import org.signalbox.rpc.RpcStruct;
import org.signalbox.script.Value;
import org.signalbox.script.WireText;

/** The commands {@code htable.*} (modules.md §15, rpc.md §8.2). */
final class TableCommands {
  private static final String UNNAMED = "No htable name given";
  private static final String NO_KEY = "Not enough parameters (htable name and key name)";
  private static final String NO_VALUE = "Not enough parameters (htable name, key name and value)";
  private static final String SET = "Ok. Key set to new value.";
  private static final int TEXT_FLAG = 2;

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final Tables tables;

  TableCommands(Tables tables) {
    this.tables = tables;
  }

  RpcCommand[] all() {
    return new RpcCommand[] {
      reading("htable.listTables", "The tables and what the file says of them", this::list)
          .listed(),
      reading("htable.stats", "How many items each table has", this::stats).listed(),
      reading("htable.dump", "The items of a table by slot", this::dump).listed(),
      reading("htable.get", "An item", this::get),
      changing("htable.sets", "Sets an item to a text", call -> set(call, ANY_TEXT, false)),
      changing("htable.seti", "Sets an item to a number", call -> set(call, ANY_INTEGER, false)),
      changing("htable.setxs", "The same for so many seconds", call -> set(call, ANY_TEXT, true)),
      changing(
          "htable.setxi", "The same for so many seconds", call -> set(call, ANY_INTEGER, true)),
      changing("htable.setex", "How many seconds an item stays", this::setEnd),
      changing("htable.delete", "Takes an item out", this::delete),
      changing("htable.flush", "Takes all items of a table out", this::flush),
      changing("htable.reload", "Reads a table from its database", TableCommands::noDatabase),
      changing("htable.store", "Writes a table to its database", TableCommands::noDatabase)
    };
  }

  /** The last defined comes first. */
  private List<Table> newestFirst() {
    List<Table> all = new ArrayList<>(tables.all());
    Collections.reverse(all);
    return all;
  }

  private void list(RpcCall call) {
    for (Table table : newestFirst()) {
      TableSettings settings = table.settings();
      call.struct()
          .add("name", settings.name())
          .add("dbtable", settings.databaseTable())
          .add("dbmode", settings.databaseMode())
          .add("expire", settings.lifetime())
          .add("updateexpire", settings.renewing() ? 1L : 0L)
          .add("size", (long) settings.slots())
          .add("dmqreplicate", settings.replicated() ? 1L : 0L);
    }
  }

  private void stats(RpcCall call) {
    for (Table table : newestFirst()) {
      long[] slots = new long[table.settings().slots()];
      table.live().forEachRemaining(entry -> slots[table.slot(entry.getKey())]++);
      long all = 0;
      long min = Long.MAX_VALUE;
      long max = 0;
      for (long slot : slots) {
        all += slot;
        min = Math.min(min, slot);
        max = Math.max(max, slot);
      }
      call.struct()
          .add("name", table.name())
          .add("slots", (long) slots.length)
          .add("all", all)
          .add("min", min)
          .add("max", max);
    }
  }

  private void dump(RpcCall call) {
    Table table = table(call, UNNAMED);
    if (table == null) {
      return;
    }
    Map<Integer, List<Map.Entry<String, Item>>> slots = new TreeMap<>();
    table
        .live()
        .forEachRemaining(
            entry ->
                slots
                    .computeIfAbsent(table.slot(entry.getKey()), slot -> new ArrayList<>())
                    .add(entry));
    slots.forEach((slot, entries) -> dump(call.struct(), slot, entries));
  }

  private static void dump(RpcStruct into, int slot, List<Map.Entry<String, Item>> entries) {
    RpcArray items = into.add("entry", slot).add("size", entries.size()).array("slot");
    for (Map.Entry<String, Item> entry : entries) {
      Value value = entry.getValue().value();
      describe(items.struct(), entry.getKey(), value)
          .add("type", value.isInteger() ? "int" : "str");
    }
  }

  private static RpcStruct describe(RpcStruct into, String key, Value value) {
    return into.add("name", WireText.decoded(key))
        .add("value", value.isInteger() ? (Object) value.number() : WireText.decoded(value.text()));
  }

  private void get(RpcCall call) {
    Table table = table(call, NO_KEY);
    if (table == null) {
      return;
    }
    String key = text(call, NO_KEY);
    Item item = table.item(key);
    if (item == null) {
      call.fault(500, "Key name doesn't exist in htable.");
      return;
    }
    Instant end = table.end(item);
    describe(call.struct().struct("item"), key, item.value())
        .add("flags", item.value().isInteger() ? 0 : TEXT_FLAG)
        .add("expire", end == null ? "NEVER" : TIME.format(end.atZone(ZoneId.systemDefault())));
  }

  private void set(RpcCall call, RpcParameter<?> kind, boolean expiring) {
    Table table = table(call, NO_VALUE);
    if (table == null) {
      return;
    }
    String key = text(call, NO_VALUE);
    Object given = call.need(kind, 500, NO_VALUE);
    long seconds = expiring ? Math.max(0, call.need(ANY_INTEGER, 500, NO_VALUE)) : 0;
    Value value =
        given instanceof Long number
            ? Value.of(number)
            : Value.of(WireText.bytes(given.toString()));
    if (table.put(key, value, seconds)) {
      call.add(SET);
    } else {
      call.fault(500, "The htable is full");
    }
  }

  private void setEnd(RpcCall call) {
    Table table = table(call, NO_VALUE);
    if (table != null) {
      String key = text(call, NO_VALUE);
      table.endIn(key, Math.max(0, call.need(ANY_INTEGER, 500, NO_VALUE)));
      call.add("Ok");
    }
  }

  private void delete(RpcCall call) {
    Table table = table(call, NO_KEY);
    if (table == null) {
      return;
    }
    if (table.remove(text(call, NO_KEY))) {
      call.add("Ok. Key deleted.");
    } else {
      call.fault(404, "Key not found in htable.");
    }
  }

  private void flush(RpcCall call) {
    Table table = table(call, UNNAMED);
    if (table != null) {
      table.clear();
      call.add("Ok. Htable flushed.");
    }
  }

  private static void noDatabase(RpcCall call) {
    call.fault(500, "No htable db_url");
  }

  /** A text as scripts hold it. */
  private static String text(RpcCall call, String otherwise) {
    return WireText.bytes(call.need(ANY_TEXT, 500, otherwise));
  }

  /** The table that the next parameter names; null, and a fault, when there is none. */
  private @Nullable Table table(RpcCall call, String otherwise) {
    Table table = tables.find(text(call, otherwise)).orElse(null);
    if (table == null) {
      call.fault(500, "No such htable");
    }
    return table;
  }
}
