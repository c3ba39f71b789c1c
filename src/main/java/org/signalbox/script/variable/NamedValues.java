// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.variable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.Value;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.StateKey;

/**
 * A list of named entries, each a plain value or again such a list: what {@code $xavp}, {@code
 * $xavi} and {@code $xavu} keep (variables.md §10). A name may stand in it many times; the newest
 * one is number 0. One thread at a time.
 */
public final class NamedValues {

  /** The three trees that go with a message and its transaction. */
  public enum Tree {
    /** {@code $xavp}. */
    EXACT,
    /** {@code $xavi}: letters of names in any case. */
    ANY_CASE,
    /** {@code $xavu}: one value a name. */
    UNIQUE
  }

  private static final StateKey<NamedValues> XAVPS = root(false);
  private static final StateKey<NamedValues> XAVIS = root(true);
  private static final StateKey<NamedValues> XAVUS = root(false);

  private final boolean anyCase;

  /** Newest last. */
  private final List<Entry> entries = new ArrayList<>(4);

  private NamedValues(boolean anyCase) {
    this.anyCase = anyCase;
  }

  private static StateKey<NamedValues> root(boolean anyCase) {
    return StateKey.ofTransaction(() -> new NamedValues(anyCase));
  }

  /** A tree of the message that a frame runs for. */
  public static NamedValues of(Frame frame, Tree tree) {
    return frame.state(
        switch (tree) {
          case EXACT -> XAVPS;
          case ANY_CASE -> XAVIS;
          case UNIQUE -> XAVUS;
        });
  }

  /**
   * One entry.
   *
   * @param value null where it is a list
   * @param fields null where it is a plain value
   */
  private record Entry(String name, @Nullable Value value, @Nullable NamedValues fields) {}

  /** Copies all trees of one frame into another one, which has none of its own yet. */
  static void copy(Frame from, Frame to) {
    for (StateKey<NamedValues> key : List.of(XAVPS, XAVIS, XAVUS)) {
      NamedValues present = from.existing(key);
      if (present != null) {
        to.keep(key, present.copy());
      }
    }
  }

  /** A list of the same kind that belongs to nothing yet. */
  public NamedValues fresh() {
    return new NamedValues(anyCase);
  }

  /** Puts a plain value in front. */
  public void push(String name, Value value) {
    entries.add(new Entry(name, value, null));
  }

  /** Puts a list in front. */
  public void push(String name, NamedValues fields) {
    entries.add(new Entry(name, null, fields));
  }

  /** Puts a plain value behind all others. */
  public void append(String name, Value value) {
    entries.add(0, new Entry(name, value, null));
  }

  /** How many values and lists are in it, whatever their names. */
  int size() {
    return entries.size();
  }

  /** How often a name stands in it. */
  public int count(String name) {
    int count = 0;
    for (Entry entry : entries) {
      count += named(entry, name) ? 1 : 0;
    }
    return count;
  }

  /** Whether nothing is in it. */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  private boolean named(Entry entry, String name) {
    return anyCase ? entry.name().equalsIgnoreCase(name) : entry.name().equals(name);
  }

  /** Index of the entry of a name with so many newer ones of that name, or -1. */
  private int find(String name, int position) {
    int left = position;
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (named(entries.get(i), name) && left-- == 0) {
        return i;
      }
    }
    return -1;
  }

  /** The list under a name, 0 for the newest; null where there is none or a plain value. */
  public @Nullable NamedValues fields(String name, int position) {
    int i = find(name, position);
    return i < 0 ? null : entries.get(i).fields();
  }

  /** The value under a name, 0 for the newest; a list shows as its address. */
  public Value value(String name, int position) {
    int i = find(name, position);
    return i < 0 ? Value.NULL : shown(entries.get(i));
  }

  private static Value shown(Entry entry) {
    Value value = entry.value();
    return value != null
        ? value
        : Value.of("<<xavp:0x%x>>".formatted(System.identityHashCode(entry.fields())));
  }

  /** Takes away one entry of a name; false when there is none. */
  public boolean remove(String name, int position) {
    int i = find(name, position);
    if (i >= 0) {
      entries.remove(i);
    }
    return i >= 0;
  }

  /** Takes away all entries of a name; false when there is none. */
  public boolean removeAll(String name) {
    return entries.removeIf(entry -> named(entry, name));
  }

  /** Puts a plain value in the place of the newest one of its name, or in front. */
  public void set(String name, Value value) {
    replace(name, new Entry(name, value, null));
  }

  /** Puts a list in the place of the newest entry of its name, or in front. */
  public void set(String name, NamedValues fields) {
    replace(name, new Entry(name, null, fields));
  }

  private void replace(String name, Entry entry) {
    int i = find(name, 0);
    if (i < 0) {
      entries.add(entry);
    } else {
      entries.set(i, entry);
    }
  }

  /** The values of a name, newest first, with a comma and a blank between; null for none. */
  public @Nullable String joined(String name) {
    StringBuilder out = new StringBuilder();
    boolean found = false;
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (named(entries.get(i), name)) {
        out.append(found ? ", " : "").append(shown(entries.get(i)).text());
        found = true;
      }
    }
    return found ? out.toString() : null;
  }

  /** Shows every plain value with its name, newest first. */
  public void forEach(BiConsumer<String, Value> visitor) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      Entry entry = entries.get(i);
      if (entry.value() != null) {
        visitor.accept(entry.name(), entry.value());
      }
    }
  }

  /** An independent copy, with all lists in it. */
  public NamedValues copy() {
    NamedValues copy = new NamedValues(anyCase);
    for (Entry entry : entries) {
      NamedValues fields = entry.fields();
      copy.entries.add(
          new Entry(entry.name(), entry.value(), fields == null ? null : fields.copy()));
    }
    return copy;
  }

  /** Writes all of it, a line an entry, newest first, lists indented. */
  public void print(String indent, StringBuilder out) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      Entry entry = entries.get(i);
      NamedValues fields = entry.fields();
      out.append(indent).append(entry.name());
      if (fields == null) {
        Value value = entry.value() == null ? Value.NULL : entry.value();
        out.append(value.isInteger() ? ": int " : ": str ").append(value.text()).append('\n');
      } else {
        out.append(":\n");
        fields.print(indent + "  ", out);
      }
    }
  }
}
