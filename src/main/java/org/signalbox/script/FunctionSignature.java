// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script;

import java.util.List;
import java.util.Set;

/**
 * All that the language knows of a module's function: how it is called and where.
 *
 * <p>A function with optional parameters is several signatures, because arity is part of the
 * look-up (script.md §3).
 *
 * @param name as scripts write it
 * @param parameters the kinds of its parameters, in order
 * @param routes the kinds of block that may call it
 */
public record FunctionSignature(
    String name, List<ParameterKind> parameters, Set<RouteKind> routes) {

  public FunctionSignature {
    parameters = List.copyOf(parameters);
    routes = Set.copyOf(routes);
  }

  /** How many parameters a call has. */
  public int arity() {
    return parameters.size();
  }

  /** What a parameter takes (modules.md §0). */
  public enum ParameterKind {
    /** A number, a quoted number, or anything whose value is one. */
    INTEGER,
    /** Text in which variables are expanded. */
    TEXT,
    /** Text taken as it stands, when the file is loaded. */
    CONSTANT,
    /** A POSIX extended regular expression, compiled when the file is loaded. */
    REGEX,
    /** The name of a variable. */
    VARIABLE,
    /** {@code /regex/replacement/flags}. */
    SUBSTITUTION
  }
}
