// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.variable;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.plan.Resolver;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.plan.VariableIndex;
import org.signalbox.script.run.Cell;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.StateKey;
import org.signalbox.script.run.Variable;

/**
 * {@code $var(name)}: a cell per name that begins as 0 and is never null (variables.md §10).
 *
 * <p>Kamailio keeps it for the life of a worker process; here it begins anew with each message,
 * because nothing may rely on which worker serves it. Each name gets its place when the file is
 * planned, so that reading one is an array access.
 */
public final class ScriptVariables implements VariableFamily {
  private static final StateKey<Cells> CELLS = StateKey.ofRun(Cells::new);

  private final Map<String, Integer> places = new ConcurrentHashMap<>();

  @Override
  public Set<String> names() {
    return Set.of("var", "vz");
  }

  @Override
  public Variable resolve(
      String name, @Nullable String inner, VariableIndex index, Resolver resolver) {
    if (index.given()) {
      throw new Unresolvable("$" + name + " does not get index param");
    }
    String wanted = VariableFamily.inner(name, inner);
    return wanted.startsWith("$")
        ? new Dynamic(resolver.variable(wanted), places)
        : new Known(places.computeIfAbsent(wanted, n -> places.size()), wanted);
  }

  /** The cells of one message; a text where there is one, else a number. */
  private static final class Cells {
    private long[] numbers = new long[8];
    private @Nullable String[] texts = new String[8];

    /** Places of names that the file does not mention; behind those that it does. */
    private final Map<String, Integer> others = new HashMap<>();

    void read(int place, Cell into) {
      String text = place < texts.length ? texts[place] : null;
      if (text != null) {
        into.set(text);
      } else {
        into.set(place < numbers.length ? numbers[place] : 0);
      }
    }

    void write(int place, Cell value) {
      if (place >= numbers.length) {
        int size = Math.max(place + 1, numbers.length * 2);
        numbers = Arrays.copyOf(numbers, size);
        texts = Arrays.copyOf(texts, size);
      }
      boolean text = value.kind() == Cell.Kind.TEXT;
      texts[place] = text ? value.text() : null;
      numbers[place] = text ? 0 : value.number();
    }

    int place(String name, Map<String, Integer> planned) {
      Integer place = planned.get(name);
      return place != null
          ? place
          : others.computeIfAbsent(name, n -> planned.size() + others.size());
    }
  }

  private record Known(int place, String name) implements Variable.Writable {
    @Override
    public void read(Frame frame, Cell into) {
      frame.state(CELLS).read(place, into);
    }

    @Override
    public boolean write(Frame frame, Cell value) {
      frame.state(CELLS).write(place, value);
      return true;
    }
  }

  /** {@code $var($avp(x))}: the name is known when it runs; without one there is no cell. */
  private record Dynamic(Variable name, Map<String, Integer> planned) implements Variable.Writable {
    @Override
    public void read(Frame frame, Cell into) {
      String wanted = name(frame);
      if (wanted.isEmpty()) {
        into.fail();
      } else {
        Cells cells = frame.state(CELLS);
        cells.read(cells.place(wanted, planned), into);
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
      Cells cells = frame.state(CELLS);
      cells.write(cells.place(wanted, planned), kept);
      return true;
    }

    private String name(Frame frame) {
      Cell value = frame.scratch();
      name.read(frame, value);
      return value.text();
    }
  }
}
