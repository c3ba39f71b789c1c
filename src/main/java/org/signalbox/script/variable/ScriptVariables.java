// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.variable;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.Value;
import org.signalbox.script.plan.Resolver;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.plan.VariableIndex;
import org.signalbox.script.run.Cell;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.StateKey;
import org.signalbox.script.run.Variable;

/**
 * {@code $var(name)} and its other name {@code $vz(name)}: a cell that begins as 0 and is never
 * null; {@code $vn(name)}, kept apart, begins as null (variables.md §10).
 *
 * <p>Kamailio keeps them for the life of a worker process; here they begin anew with each message,
 * because nothing may rely on which worker serves it. {@link #survive} keeps them for the life of a
 * thread. Each name gets its place when the file is planned, so that reading one is an array
 * access.
 */
public final class ScriptVariables implements VariableFamily {
  private static final StateKey<Stores> STORES = StateKey.ofRun(Stores::new);

  private final Map<String, Integer> places = new ConcurrentHashMap<>();
  private final Map<String, Value> presets = new ConcurrentHashMap<>();
  private final ThreadLocal<Stores> surviving = ThreadLocal.withInitial(Stores::new);
  private boolean survives; // set before the first message

  /** What a name holds when a message begins. */
  public void preset(String name, Value value) {
    presets.put(name, value);
  }

  /** Whether values last from message to message on the thread that handles them. */
  public void survive(boolean wanted) {
    survives = wanted;
  }

  /** Has one frame read and write the variables of another one. */
  static void share(Frame from, Frame to) {
    to.keep(STORES, from.state(STORES));
  }

  /** Gives a frame variables of its own, which begin as those that it has shared. */
  static void part(Frame frame) {
    frame.keep(STORES, frame.state(STORES).copy());
  }

  @Override
  public Set<String> names() {
    return Set.of("var", "vz", "vn");
  }

  @Override
  public Variable resolve(
      String name, @Nullable String inner, VariableIndex index, Resolver resolver) {
    if (index.given()) {
      throw new Unresolvable("$" + name + " does not get index param");
    }
    String wanted = VariableFamily.inner(name, inner);
    boolean nullable = name.equals("vn");
    return wanted.startsWith("$")
        ? new Dynamic(this, nullable, resolver.variable(wanted))
        : new Known(this, nullable, places.computeIfAbsent(wanted, n -> places.size()));
  }

  private Cells cells(Frame frame, boolean nullable) {
    Stores stores = frame.state(STORES);
    if (!stores.begun) {
      if (survives) {
        stores = surviving.get();
        frame.keep(STORES, stores);
      }
      if (!stores.begun) {
        stores.begun = true;
        Cells begin = stores.zeros;
        presets.forEach((name, value) -> write(begin, name, cell(value)));
      }
    }
    return nullable ? stores.nullable() : stores.zeros;
  }

  private static Cell cell(Value value) {
    Cell cell = new Cell();
    cell.set(value);
    return cell;
  }

  /** The cells of one message. */
  private static final class Stores {
    boolean begun;
    final Cells zeros = new Cells(false);
    private @Nullable Cells nullable;

    Cells nullable() {
      Cells cells = nullable;
      if (cells == null) {
        cells = new Cells(true);
        nullable = cells;
      }
      return cells;
    }

    Stores copy() {
      Stores copy = new Stores();
      copy.begun = begun;
      copy.zeros.take(zeros);
      if (nullable != null) {
        copy.nullable().take(nullable);
      }
      return copy;
    }
  }

  /**
   * Cells by their places: a text where there is one, else a number, else null where that may be.
   */
  private static final class Cells {
    private static final long[] NO_NUMBERS = {};
    private static final @Nullable Object[] NOTHING = {};
    private static final Object NUMBER = new Object();

    private final boolean nullable;
    private long[] numbers = NO_NUMBERS;

    /** A String, {@link #NUMBER}, or null where nothing was written. */
    private @Nullable Object[] kinds = NOTHING;

    /** By names that the file does not mention. */
    private @Nullable Map<String, Cell> others;

    Cells(boolean nullable) {
      this.nullable = nullable;
    }

    void read(int place, Cell into) {
      Object kind = place < kinds.length ? kinds[place] : null;
      if (kind instanceof String text) {
        into.set(text);
      } else if (kind != null) {
        into.set(numbers[place]);
      } else if (nullable) {
        into.clear();
      } else {
        into.set(0);
      }
    }

    void write(int place, Cell value) {
      if (place >= numbers.length) {
        int size = Math.max(place + 1, Math.max(8, numbers.length * 2));
        numbers = Arrays.copyOf(numbers, size);
        kinds = Arrays.copyOf(kinds, size);
      }
      boolean number = value.kind() == Cell.Kind.NUMBER;
      numbers[place] = number ? value.number() : 0;
      kinds[place] = number ? NUMBER : value.isPresent() ? value.text() : null;
    }

    /** Becomes as others are. */
    void take(Cells from) {
      numbers = from.numbers.clone();
      kinds = from.kinds.clone();
      if (from.others != null) {
        from.others.forEach((name, cell) -> other(name).copy(cell));
      }
    }

    /** The cell of a name that the file does not mention. */
    Cell other(String name) {
      Map<String, Cell> known = others;
      if (known == null) {
        known = new HashMap<>();
        others = known;
      }
      return known.computeIfAbsent(name, n -> new Cell());
    }
  }

  /** Reads a cell by name while a message runs. */
  private void read(Frame frame, boolean nullable, String name, Cell into) {
    Cells cells = cells(frame, nullable);
    Integer place = places.get(name);
    if (place != null) {
      cells.read(place, into);
      return;
    }
    Cell other = cells.other(name);
    if (other.isPresent() || nullable) {
      into.copy(other);
    } else {
      into.set(0);
    }
  }

  private void write(Cells cells, String name, Cell value) {
    Integer place = places.get(name);
    if (place != null) {
      cells.write(place, value);
    } else {
      cells.other(name).copy(value);
    }
  }

  /** Assigns {@code $var(name)}. */
  public void write(Frame frame, String name, Value value) {
    write(cells(frame, false), name, cell(value));
  }

  /** Shows every {@code $var} that the file mentions or that has been written, with its value. */
  public void forEach(Frame frame, BiConsumer<String, Value> visitor) {
    Cells cells = cells(frame, false);
    Cell cell = new Cell();
    places.forEach(
        (name, place) -> {
          cells.read(place, cell);
          visitor.accept(name, cell.value());
        });
    if (cells.others != null) {
      cells.others.forEach((name, other) -> visitor.accept(name, other.value()));
    }
  }

  private record Known(ScriptVariables family, boolean nullable, int place)
      implements Variable.Writable {
    @Override
    public void read(Frame frame, Cell into) {
      family.cells(frame, nullable).read(place, into);
    }

    @Override
    public boolean write(Frame frame, Cell value) {
      family.cells(frame, nullable).write(place, value);
      return true;
    }
  }

  /** {@code $var($avp(x))}: the name is known when it runs; without one there is no cell. */
  private record Dynamic(ScriptVariables family, boolean nullable, Variable name)
      implements Variable.Writable {
    @Override
    public void read(Frame frame, Cell into) {
      String wanted = name(frame);
      if (wanted.isEmpty()) {
        into.fail();
      } else {
        family.read(frame, nullable, wanted, into);
      }
    }

    @Override
    public boolean write(Frame frame, Cell value) {
      Cell kept = new Cell();
      kept.copy(value);
      String wanted = name(frame);
      if (wanted.isEmpty()) {
        return false;
      }
      family.write(family.cells(frame, nullable), wanted, kept);
      return true;
    }

    private String name(Frame frame) {
      Cell value = frame.scratch();
      name.read(frame, value);
      return value.text();
    }
  }
}
