// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.variable;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.Value;
import org.signalbox.script.plan.Resolver;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.plan.VariableIndex;
import org.signalbox.script.run.Cell;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.Variable;

/**
 * {@code $avp(name)}: assigning puts a value on top, reading gives the newest (variables.md §10).
 */
public final class AvpVariables implements VariableFamily {
  private final Map<String, Object> aliases = new ConcurrentHashMap<>();

  /** From now on a name stands for another one, written as scripts do: {@code i:10}. */
  public void alias(String name, String written) {
    aliases.put(name, AvpName.fixed(written));
  }

  @Override
  public Set<String> names() {
    return Set.of("avp");
  }

  @Override
  public Variable resolve(
      String name, @Nullable String inner, VariableIndex index, Resolver resolver) {
    AvpName wanted = AvpName.read(VariableFamily.inner(name, inner), aliases, resolver);
    return index instanceof VariableIndex.All ? new All(wanted) : new One(wanted, index);
  }

  /** An AVP that can be counted. */
  private sealed interface Avp extends CountedVariable, Variable.Writable permits One, All {
    AvpName name();

    @Override
    default int count(Frame frame) {
      Object wanted = name().of(frame);
      return wanted == null ? 0 : Avps.of(frame).count(wanted);
    }

    @Override
    default boolean write(Frame frame, Cell value) {
      Value kept = value.value();
      Object wanted = name().of(frame);
      Avps avps = Avps.of(frame);
      if (wanted == null || (!kept.isNull() && Room.isFull(frame, avps.size()))) {
        return false;
      }
      assign(avps, wanted, kept);
      return true;
    }

    void assign(Avps avps, Object wanted, Value value);
  }

  /** One value; an index counts only where it is read. */
  private record One(AvpName name, VariableIndex index) implements Avp {
    @Override
    public void read(Frame frame, Cell into) {
      Object wanted = name.of(frame);
      if (wanted == null) {
        into.fail();
        return;
      }
      Avps avps = Avps.of(frame);
      int position = index.given() ? Positions.of(frame, index, avps.count(wanted)) : 0;
      if (position == Positions.FAILED) {
        into.fail();
        return;
      }
      Value value = null;
      if (position >= 0) {
        value = position == 0 ? avps.newest(wanted) : avps.at(wanted, position);
      }
      into.set(value == null ? Value.NULL : value);
    }

    @Override
    public void assign(Avps avps, Object wanted, Value value) {
      if (value.isNull()) {
        avps.pop(wanted);
      } else {
        avps.push(wanted, value);
      }
    }
  }

  /** {@code $(avp(name)[*])}: all values at once. */
  private record All(AvpName name) implements Avp {
    @Override
    public void read(Frame frame, Cell into) {
      Object wanted = name.of(frame);
      into.set(wanted == null ? null : Avps.of(frame).joined(wanted));
    }

    @Override
    public void assign(Avps avps, Object wanted, Value value) {
      avps.clear(wanted);
      if (!value.isNull()) {
        avps.push(wanted, value);
      }
    }
  }
}
