// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.pv;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.Value;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.run.Cell;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.Variable;
import org.signalbox.script.variable.VariableTable;

/**
 * {@code $shv(name)}: values that all messages share until the server stops (variables.md §10).
 * Thread-safe.
 */
final class SharedVariables {
  private static final Value ZERO = Value.of(0);

  private final Map<String, Value> values = new ConcurrentSkipListMap<>();

  VariableFamily family() {
    return VariableTable.builder()
        .inner("shv", Shared::new)
        .inner("shvinc", name -> (frame, into) -> into.set(increment(name)))
        .build();
  }

  /** The value of a name; null for one that nothing has named yet. */
  @Nullable Value value(String name) {
    return values.get(name);
  }

  void set(String name, Value value) {
    values.put(name, value);
  }

  /** Everything that has a value, by name. */
  Map<String, Value> all() {
    return values;
  }

  private long increment(String name) {
    return values.merge(name, Value.of(1), (old, one) -> Value.of(old.number() + 1)).number();
  }

  private final class Shared implements Variable.Writable {
    private final String name;

    Shared(String name) {
      this.name = name;
      values.putIfAbsent(name, ZERO);
    }

    @Override
    public void read(Frame frame, Cell into) {
      Value value = values.get(name);
      into.set(value == null ? ZERO : value);
    }

    @Override
    public boolean write(Frame frame, Cell value) {
      values.put(name, value.isPresent() ? value.value() : Value.EMPTY);
      return true;
    }
  }
}
