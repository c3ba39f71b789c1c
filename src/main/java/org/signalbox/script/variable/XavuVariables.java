// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.variable;

import java.util.Arrays;
import java.util.List;
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
 * {@code $xavu(a)}, {@code $xavu(a=>b)}, {@code $xavu(a=>b=>c)}: one value a name; assigning
 * replaces it (variables.md §10).
 */
public final class XavuVariables implements VariableFamily {
  private static final int DEEPEST = 3;

  @Override
  public Set<String> names() {
    return Set.of("xavu");
  }

  @Override
  public Variable resolve(
      String name, @Nullable String inner, VariableIndex index, Resolver resolver) {
    if (index.given()) {
      throw new Unresolvable("$" + name + " does not get index param");
    }
    String written = VariableFamily.inner(name, inner);
    List<String> path = Arrays.stream(written.split("=>", -1)).map(String::strip).toList();
    if (path.size() > DEEPEST || path.contains("")) {
      throw new Unresolvable("'" + written + "' is no name of an XAVU");
    }
    return new Place(path.subList(0, path.size() - 1), path.get(path.size() - 1));
  }

  private record Place(List<String> lists, String name) implements Variable.Writable {

    private @Nullable NamedValues list(Frame frame, boolean make) {
      NamedValues at = NamedValues.of(frame, NamedValues.Tree.UNIQUE);
      for (String step : lists) {
        NamedValues next = at.fields(step, 0);
        if (next == null) {
          if (!make) {
            return null;
          }
          next = at.fresh();
          at.set(step, next);
        }
        at = next;
      }
      return at;
    }

    @Override
    public void read(Frame frame, Cell into) {
      NamedValues list = list(frame, false);
      into.set(list == null ? Value.NULL : list.value(name, 0));
    }

    @Override
    public boolean write(Frame frame, Cell value) {
      Value kept = value.value();
      NamedValues list = list(frame, !kept.isNull());
      if (list != null && kept.isNull()) {
        list.remove(name, 0);
      } else if (list != null) {
        list.set(name, kept);
      }
      return true;
    }
  }
}
