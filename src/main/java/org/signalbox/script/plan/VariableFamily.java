// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.plan;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.run.Variable;

/** Variables of one kind: what stands behind one or more names. Asked while a file is planned. */
public interface VariableFamily {

  /** The names it answers to, without the sign: {@code ru}, {@code ruri}. */
  Set<String> names();

  /**
   * Makes the variable that a script means.
   *
   * @param name the name as written, one of {@link #names}
   * @param inner what stands between parentheses, as written; null without them
   * @param index which of several values
   * @param resolver for variables inside the inner name
   * @return a {@link Variable.Writable} where scripts may assign it
   * @throws Unresolvable when there is no such variable
   */
  Variable resolve(String name, @Nullable String inner, VariableIndex index, Resolver resolver);

  /** Complains about an inner name or an index that a family does not take. */
  static void plainOnly(String name, @Nullable String inner, VariableIndex index) {
    if (inner != null) {
      throw new Unresolvable("$" + name + " takes no inner name");
    }
    if (index.given()) {
      throw new Unresolvable("$" + name + " does not get index param");
    }
  }

  /** The inner name, which must be there. */
  static String inner(String name, @Nullable String inner) {
    if (inner == null || inner.isEmpty()) {
      throw new Unresolvable("$" + name + " needs an inner name: $" + name + "(...)");
    }
    return inner;
  }
}
