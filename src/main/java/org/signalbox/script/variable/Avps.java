// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.variable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.Value;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.StateKey;

/**
 * The AVPs of a message: a stack of values under each name. They go with the transaction, whose
 * later routes see and extend them (variables.md §10). One thread at a time.
 *
 * <p>A name is a String, or a Long for the names that are numbers.
 */
public final class Avps {
  private static final StateKey<Avps> KEY = StateKey.ofTransaction(Avps::new);

  /** Newest last. */
  private final Map<Object, List<Value>> stacks = new HashMap<>();

  private int size;

  private Avps() {}

  /** Those of the message that a frame runs for. */
  public static Avps of(Frame frame) {
    return frame.state(KEY);
  }

  /** Copies those of one frame into another one, which has none of its own yet. */
  static void copy(Frame from, Frame to) {
    Avps present = from.existing(KEY);
    if (present != null) {
      Avps copy = new Avps();
      present.stacks.forEach((name, stack) -> copy.stacks.put(name, new ArrayList<>(stack)));
      to.keep(KEY, copy);
    }
  }

  /** Puts a value on top. */
  public void push(Object name, Value value) {
    size++;
    stacks.computeIfAbsent(name, n -> new ArrayList<>(2)).add(value);
  }

  /** The newest value; null without one. */
  public @Nullable Value newest(Object name) {
    List<Value> stack = stacks.get(name);
    return stack == null ? null : stack.get(stack.size() - 1);
  }

  /** A value by its age: 0 is the newest; there must be more than {@code age} values. */
  public Value at(Object name, int age) {
    List<Value> stack = stacks.getOrDefault(name, List.of());
    return stack.get(stack.size() - 1 - age);
  }

  /** How many values there are. */
  public int count(Object name) {
    List<Value> stack = stacks.get(name);
    return stack == null ? 0 : stack.size();
  }

  /** Takes the newest value away; nothing happens without one. */
  public void pop(Object name) {
    List<Value> stack = stacks.get(name);
    if (stack == null) {
      return;
    }
    stack.remove(stack.size() - 1);
    size--;
    if (stack.isEmpty()) {
      stacks.remove(name);
    }
  }

  /** Takes all values of a name away. */
  public void clear(Object name) {
    List<Value> gone = stacks.remove(name);
    size -= gone == null ? 0 : gone.size();
  }

  /** How many there are under all names. */
  int size() {
    return size;
  }

  /** All values of a name, newest first, with a comma and a blank between them; null for none. */
  public @Nullable String joined(Object name) {
    List<Value> stack = stacks.get(name);
    if (stack == null) {
      return null;
    }
    StringBuilder out = new StringBuilder();
    for (int i = stack.size() - 1; i >= 0; i--) {
      out.append(stack.get(i).text()).append(i > 0 ? ", " : "");
    }
    return out.toString();
  }
}
