// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.signalbox.script.FunctionSignature;
import org.signalbox.script.FunctionSignature.ParameterKind;
import org.signalbox.script.RouteKind;
import org.signalbox.script.plan.ScriptFunction;

/** Lines of an export table: a function each (modules.md §0). */
public final class Functions {
  /** Every kind of route. */
  public static final Set<RouteKind> ANY =
      Collections.unmodifiableSet(EnumSet.allOf(RouteKind.class));

  /** R: request routes, named routes and event routes. */
  public static final Set<RouteKind> REQUEST = Set.of(RouteKind.REQUEST);

  /** R F. */
  public static final Set<RouteKind> REQUEST_FAILURE = Set.of(RouteKind.REQUEST, RouteKind.FAILURE);

  /** R F B. */
  public static final Set<RouteKind> REQUEST_FAILURE_BRANCH =
      Set.of(RouteKind.REQUEST, RouteKind.FAILURE, RouteKind.BRANCH);

  /** O: any reply route. */
  public static final Set<RouteKind> REPLY = Set.of(RouteKind.CORE_REPLY, RouteKind.TM_REPLY);

  /** R F O. */
  public static final Set<RouteKind> REQUEST_FAILURE_REPLY =
      Set.of(RouteKind.REQUEST, RouteKind.FAILURE, RouteKind.CORE_REPLY, RouteKind.TM_REPLY);

  private Functions() {}

  /** A function with a fixed number of parameters; one with optional ones is several lines. */
  public static ScriptFunction of(
      String name,
      Set<RouteKind> routes,
      ScriptFunction.Preparation preparation,
      ParameterKind... parameters) {
    return new ScriptFunction(
        new FunctionSignature(name, List.of(parameters), routes), preparation);
  }
}
