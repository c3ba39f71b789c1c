// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.variable;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.Value;
import org.signalbox.script.plan.Resolver;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.plan.VariableIndex;
import org.signalbox.script.run.Cell;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.Variable;

/**
 * {@code $xavp(root[i]=>field[j])}, and {@code $xavi} whose names ignore case: a list of records
 * under each root name (variables.md §10).
 */
public final class XavpVariables implements VariableFamily {

  @Override
  public Set<String> names() {
    return Set.of("xavp", "xavi");
  }

  @Override
  public Variable resolve(
      String name, @Nullable String inner, VariableIndex index, Resolver resolver) {
    if (index.given()) {
      throw new Unresolvable("$" + name + " takes its index inside the parentheses");
    }
    String written = VariableFamily.inner(name, inner);
    NamedValues.Tree tree =
        name.equals("xavi") ? NamedValues.Tree.ANY_CASE : NamedValues.Tree.EXACT;
    int arrow = written.indexOf("=>");
    if (arrow < 0) {
      return new Root(tree, IndexedName.read(written, resolver));
    }
    IndexedName root = IndexedName.read(written.substring(0, arrow), resolver);
    return new Field(tree, root, IndexedName.read(written.substring(arrow + 2), resolver));
  }

  /** {@code name}, {@code name[1]}, {@code name[*]}. */
  private record IndexedName(String name, VariableIndex index) {

    static IndexedName read(String written, Resolver resolver) {
      String text = written.strip();
      int bracket = text.indexOf('[');
      String name = bracket < 0 ? text : text.substring(0, bracket).strip();
      if (name.isEmpty() || (bracket >= 0 && !text.endsWith("]"))) {
        throw new Unresolvable("'" + written + "' is no name of an XAVP");
      }
      return new IndexedName(
          name,
          bracket < 0
              ? new VariableIndex.None()
              : resolver.index(text.substring(bracket + 1, text.length() - 1).strip()));
    }

    boolean all() {
      return index instanceof VariableIndex.All;
    }

    /** Which entry of a list it means, or a constant of {@link Positions}. */
    int position(Frame frame, NamedValues list) {
      return index.given() ? Positions.of(frame, index, list.count(name)) : 0;
    }
  }

  private static void read(Frame frame, NamedValues list, IndexedName name, Cell into) {
    if (name.all()) {
      into.set(list.joined(name.name()));
      return;
    }
    int position = name.position(frame, list);
    if (position == Positions.FAILED) {
      into.fail();
    } else {
      into.set(position < 0 ? Value.NULL : list.value(name.name(), position));
    }
  }

  /** Takes entries of a name away: all, or the one that is meant. */
  private static void remove(Frame frame, NamedValues list, IndexedName name) {
    if (name.all()) {
      list.removeAll(name.name());
      return;
    }
    int position = name.position(frame, list);
    if (position >= 0) {
      list.remove(name.name(), position);
    }
  }

  /** Records themselves. */
  private record Root(NamedValues.Tree tree, IndexedName name)
      implements CountedVariable, Variable.Writable {
    @Override
    public int count(Frame frame) {
      return NamedValues.of(frame, tree).count(name.name());
    }

    @Override
    public void read(Frame frame, Cell into) {
      XavpVariables.read(frame, NamedValues.of(frame, tree), name, into);
    }

    @Override
    public boolean write(Frame frame, Cell value) {
      NamedValues list = NamedValues.of(frame, tree);
      Value kept = value.value();
      if (kept.isNull()) {
        remove(frame, list, name);
      } else if (!name.index().given()) {
        if (Room.isFull(frame, list.size())) {
          return false;
        }
        list.push(name.name(), kept);
      } else if (!name.all() && name.position(frame, list) == 0) {
        list.set(name.name(), kept);
      }
      return true;
    }
  }

  /** Fields of a record. */
  private record Field(NamedValues.Tree tree, IndexedName root, IndexedName name)
      implements CountedVariable, Variable.Writable {

    private @Nullable NamedValues record(Frame frame) {
      NamedValues list = NamedValues.of(frame, tree);
      int position = root.all() ? Positions.NONE : root.position(frame, list);
      return position < 0 ? null : list.fields(root.name(), position);
    }

    @Override
    public int count(Frame frame) {
      NamedValues record = record(frame);
      return record == null ? 0 : record.count(name.name());
    }

    @Override
    public void read(Frame frame, Cell into) {
      NamedValues record = record(frame);
      if (record == null) {
        into.clear();
      } else {
        XavpVariables.read(frame, record, name, into);
      }
    }

    @Override
    public boolean write(Frame frame, Cell value) {
      Value kept = value.value();
      NamedValues list = NamedValues.of(frame, tree);
      if (!root.index().given() && !kept.isNull()) {
        if (Room.isFull(frame, list.size())) {
          return false;
        }
        NamedValues record = list.fresh();
        record.push(name.name(), kept);
        list.push(root.name(), record);
        return true;
      }
      NamedValues record = record(frame);
      if (record != null && kept.isNull()) {
        remove(frame, record, name);
      } else if (record != null) {
        if (Room.isFull(frame, record.size())) {
          return false;
        }
        record.push(name.name(), kept);
      }
      return true;
    }
  }
}
