// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.variable;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.plan.Resolver;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.plan.VariableIndex;
import org.signalbox.script.run.Cell;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.Variable;

/**
 * Variables about one concern, a line each: the names, separated by blanks, and what they read.
 * Immutable.
 */
public final class VariableTable implements VariableFamily {
  private final Map<String, Making> makings;

  private VariableTable(Map<String, Making> makings) {
    this.makings = makings;
  }

  /** Begins an empty table. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public Set<String> names() {
    return makings.keySet();
  }

  @Override
  public Variable resolve(
      String name, @Nullable String inner, VariableIndex index, Resolver resolver) {
    Making making = makings.get(name);
    if (making == null) {
      throw new Unresolvable("unknown variable $" + name);
    }
    return making.make(name, inner, index, resolver);
  }

  /** Makes what a script means by a name. */
  @FunctionalInterface
  public interface Making {
    /** As {@link VariableFamily#resolve}. */
    Variable make(String name, @Nullable String inner, VariableIndex index, Resolver resolver);
  }

  /** Reads a text, or null for nothing. */
  @FunctionalInterface
  public interface TextReading {
    @Nullable String text(Frame frame);

    /** The variable that reads it. */
    default Variable variable() {
      return (frame, into) -> into.set(text(frame));
    }
  }

  /** Reads a number. */
  @FunctionalInterface
  public interface NumberReading {
    long number(Frame frame);

    /** The variable that reads it. */
    default Variable variable() {
      return (frame, into) -> into.set(number(frame));
    }
  }

  /** Assigns a value; false when it is refused. */
  @FunctionalInterface
  public interface Writing {
    /** As {@link Variable.Writable#write}. */
    boolean write(Frame frame, Cell value);
  }

  /** What stands behind the keys of {@code $name(key)}. */
  public static final class Keys {
    private final Map<String, Variable> variables = new TreeMap<>();

    /** A text. */
    public Keys text(String key, TextReading reading) {
      return any(key, reading.variable());
    }

    /** A number. */
    public Keys number(String key, NumberReading reading) {
      return any(key, reading.variable());
    }

    /** Whatever it reads. */
    public Keys any(String key, Variable variable) {
      variables.put(key, variable);
      return this;
    }

    Variable of(String name, @Nullable String inner, VariableIndex index) {
      if (index.given()) {
        throw new Unresolvable("$" + name + " does not get index param");
      }
      Variable variable = variables.get(VariableFamily.inner(name, inner));
      if (variable == null) {
        throw new Unresolvable(
            "$" + name + "(" + inner + ") is unknown; the keys are " + variables.keySet());
      }
      return variable;
    }
  }

  private record Assigned(Variable reading, Writing writing) implements Variable.Writable {
    @Override
    public void read(Frame frame, Cell into) {
      reading.read(frame, into);
    }

    @Override
    public boolean write(Frame frame, Cell value) {
      return writing.write(frame, value);
    }
  }

  /** A variable that is read one way and assigned another. */
  public static Variable.Writable writable(Variable reading, Writing writing) {
    return new Assigned(reading, writing);
  }

  /** Collects a table. Not thread-safe. */
  public static final class Builder {
    private final Map<String, Making> makings = new HashMap<>();

    private Builder() {}

    /** Texts. */
    public Builder text(String names, TextReading reading) {
      return plain(names, reading.variable());
    }

    /** Texts that can be assigned. */
    public Builder text(String names, TextReading reading, Writing writing) {
      return plain(names, writable(reading.variable(), writing));
    }

    /** Numbers. */
    public Builder number(String names, NumberReading reading) {
      return plain(names, reading.variable());
    }

    /** Numbers that can be assigned. */
    public Builder number(String names, NumberReading reading, Writing writing) {
      return plain(names, writable(reading.variable(), writing));
    }

    /** Names without anything in parentheses or brackets. */
    public Builder plain(String names, Variable variable) {
      return any(
          names,
          (name, inner, index, resolver) -> {
            VariableFamily.plainOnly(name, inner, index);
            return variable;
          });
    }

    /** The same, assigned. */
    public Builder plain(String names, Variable reading, Writing writing) {
      return plain(names, writable(reading, writing));
    }

    /** Names with a key in parentheses. */
    public Builder keyed(String names, Keys keys) {
      return any(names, (name, inner, index, resolver) -> keys.of(name, inner, index));
    }

    /** Names with something in parentheses that is read while the file is planned. */
    public Builder inner(String names, Function<String, Variable> making) {
      return any(
          names,
          (name, inner, index, resolver) -> {
            if (index.given()) {
              throw new Unresolvable("$" + name + " does not get index param");
            }
            return making.apply(VariableFamily.inner(name, inner));
          });
    }

    /** Names with an index. */
    public Builder indexed(String names, Function<VariableIndex, Variable> making) {
      return any(
          names,
          (name, inner, index, resolver) -> {
            VariableFamily.plainOnly(name, inner, new VariableIndex.None());
            return making.apply(index);
          });
    }

    /** Names whose lines say themselves what they take. */
    public Builder any(String names, Making making) {
      for (String name : names.split(" ", -1)) {
        makings.put(name, making);
      }
      return this;
    }

    /** The finished table. */
    public VariableTable build() {
      return new VariableTable(Collections.unmodifiableMap(new HashMap<>(makings)));
    }
  }
}
