// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.signalbox.script.FunctionSignature;
import org.signalbox.script.FunctionSignature.ParameterKind;
import org.signalbox.script.RouteKind;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.ScriptFunction;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;

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

  /** R O. */
  public static final Set<RouteKind> REQUEST_REPLY =
      Set.of(RouteKind.REQUEST, RouteKind.CORE_REPLY, RouteKind.TM_REPLY);

  /** R F B O. */
  public static final Set<RouteKind> ALL_BUT_ONSEND =
      Set.of(
          RouteKind.REQUEST,
          RouteKind.FAILURE,
          RouteKind.BRANCH,
          RouteKind.CORE_REPLY,
          RouteKind.TM_REPLY);

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

  /** A function that does not exist here yet: whoever calls it is told at the start. */
  public static ScriptFunction missing(
      String module, String name, Set<RouteKind> routes, ParameterKind... parameters) {
    return of(
        name,
        routes,
        arguments -> {
          throw new Unresolvable(name + "() is not part of Signalbox's " + module + " yet");
        },
        parameters);
  }

  /** What a function does with one text. */
  @FunctionalInterface
  public interface OnText {
    /** As {@link FunctionCall#run}. */
    int run(Frame frame, String text);
  }

  /** What a function does with two texts. */
  @FunctionalInterface
  public interface OnTexts {
    /** As {@link FunctionCall#run}. */
    int run(Frame frame, String first, String second);
  }

  /** What a function does with a number. */
  @FunctionalInterface
  public interface OnNumber {
    /** As {@link FunctionCall#run}. */
    int run(Frame frame, long number);
  }

  /** A function without parameters. */
  public static ScriptFunction plain(String name, Set<RouteKind> routes, FunctionCall call) {
    return of(name, routes, arguments -> call);
  }

  /** A function of one text; without a value for it the function says so and gives -1. */
  public static ScriptFunction onText(String name, Set<RouteKind> routes, OnText call) {
    return of(
        name,
        routes,
        arguments -> {
          Arguments.TextArgument argument = arguments.text(0);
          return frame -> {
            String text = argument.value(frame);
            return text == null ? without(name, frame) : call.run(frame, text);
          };
        },
        ParameterKind.TEXT);
  }

  /** A function of two texts; without a value for one of them it says so and gives -1. */
  public static ScriptFunction onTexts(String name, Set<RouteKind> routes, OnTexts call) {
    return of(
        name,
        routes,
        arguments -> {
          Arguments.TextArgument first = arguments.text(0);
          Arguments.TextArgument second = arguments.text(1);
          return frame -> {
            String one = first.value(frame);
            String two = second.value(frame);
            return one == null || two == null ? without(name, frame) : call.run(frame, one, two);
          };
        },
        ParameterKind.TEXT,
        ParameterKind.TEXT);
  }

  /** A function of one number; it sees {@code Long.MIN_VALUE} where there is none. */
  public static ScriptFunction onNumber(String name, Set<RouteKind> routes, OnNumber call) {
    return of(
        name,
        routes,
        arguments -> {
          Arguments.IntegerArgument argument = arguments.integer(0);
          return frame -> call.run(frame, argument.value(frame, Long.MIN_VALUE));
        },
        ParameterKind.INTEGER);
  }

  private static int without(String name, Frame frame) {
    frame.error(name + ": a parameter has no value");
    return -1;
  }
}
