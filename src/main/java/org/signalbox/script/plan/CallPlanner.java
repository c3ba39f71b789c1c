// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.BlockKind;
import org.signalbox.script.Problem;
import org.signalbox.script.Span;
import org.signalbox.script.Suggestion;
import org.signalbox.script.run.Calls;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.script.syntax.Expression;

/** Calls of functions, core commands and routes in one block. */
final class CallPlanner {
  private static final Set<String> COMMANDS_IN_ONSEND =
      Set.of(
          "log",
          "setflag",
          "resetflag",
          "isflagset",
          "set_forward_no_connect",
          "set_reply_no_connect",
          "set_forward_close",
          "set_reply_close");
  private static final Set<String> FLAG_COMMANDS = Set.of("setflag", "resetflag", "isflagset");

  /** Kamailio's functions have at most this many. */
  private static final int MOST_PARAMETERS = 8;

  private final Planning planning;
  private final BlockKind block;
  private final ExpressionPlanner expressions;

  CallPlanner(Planning planning, BlockKind block, ExpressionPlanner expressions) {
    this.planning = planning;
    this.block = block;
    this.expressions = expressions;
  }

  /** A call within an expression, with whose value something is done. */
  Calls.Code function(Expression.Call call) {
    return function(call, true);
  }

  /**
   * Any call.
   *
   * @param followed whether something runs behind it in its route
   */
  Calls.Code function(Expression.Call call, boolean followed) {
    int arity = call.arguments().size();
    ScriptFunction function = planning.surroundings().function(call.name(), arity);
    if (function == null) {
      throw new PlanError(
          Problem.error("unknown-function", call.nameSpan(), "unknown command, missing loadmodule?")
              .because("failed to find command " + call.name() + " (params " + arity + ")")
              .helped(advice(call.name())));
    }
    if (!function.signature().routes().contains(block.route())) {
      throw new PlanError(
          Problem.error("misused-function", call.nameSpan(), "Command cannot be used in the block")
              .because("misused command " + call.name()));
    }
    return Calls.function(call.name(), prepared(function, call.span(), call.arguments(), followed));
  }

  /** The numbers of parameters that a known function takes, or a name that was probably meant. */
  private @Nullable String advice(String name) {
    Surroundings surroundings = planning.surroundings();
    String arities =
        IntStream.rangeClosed(0, MOST_PARAMETERS)
            .filter(arity -> surroundings.function(name, arity) != null)
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(" or "));
    return arities.isEmpty()
        ? Suggestion.didYouMean(name, surroundings.functionNames())
        : name + " takes " + arities + (arities.equals("1") ? " parameter" : " parameters");
  }

  Calls.Code command(Expression.Command command) {
    if (block == BlockKind.ONSEND && !COMMANDS_IN_ONSEND.contains(command.name())) {
      throw new PlanError(
          "onsend-command", command.nameSpan(), "command not allowed in onsend_route");
    }
    ScriptFunction function =
        planning.surroundings().command(command.name(), command.arguments().size());
    if (function == null) {
      throw new PlanError(
          "unknown-command", command.nameSpan(), command.name() + " is not supported");
    }
    List<Expression> arguments = command.arguments();
    if (FLAG_COMMANDS.contains(command.name())) {
      arguments = List.of(flag(arguments.get(0)));
    }
    return Calls.command(prepared(function, command.span(), arguments, false));
  }

  /** The number of a flag, whose name must have been declared. */
  private Expression flag(Expression written) {
    if (written instanceof Expression.Word word) {
      Integer number = planning.flags().get(word.text());
      if (number == null) {
        throw new PlanError(
            Problem.error("unknown-flag", word.span(), "flag not declared")
                .helped(Suggestion.didYouMean(word.text(), planning.flags().keySet())));
      }
      return new Expression.Numeral(word.span(), number);
    }
    if (written instanceof Expression.Numeral number
        && (number.value() < 0 || number.value() > FlagNames.HIGHEST)) {
      throw new PlanError(
          Problem.error("bad-flag", number.span(), "bad flag value")
              .because("message flag " + number.value() + " too high; MAX=" + FlagNames.HIGHEST));
    }
    return written;
  }

  Calls.Code route(Expression.RouteCall call) {
    Typed name = expressions.plan(call.name());
    return name.isConstant()
        ? Calls.route(planning.routes().named(String.valueOf(name.constant()), call.span()))
        : Calls.route(name.operand(), call.span());
  }

  private FunctionCall prepared(
      ScriptFunction function, Span place, List<Expression> written, boolean followed) {
    List<Arguments.Argument> arguments = new ArrayList<>();
    for (Expression expression : written) {
      Typed planned = expressions.plan(expression);
      String constant = planned.isConstant() ? String.valueOf(planned.constant()) : null;
      arguments.add(new Arguments.Argument(planned.operand(), constant, planned.variable()));
    }
    String name = function.signature().name();
    try {
      return function
          .preparation()
          .prepare(
              new Arguments(
                  name,
                  place,
                  arguments,
                  planning.resolver(),
                  planning.routes().used(),
                  planning.releases(),
                  followed));
    } catch (Unresolvable e) {
      throw new PlanError(
          Problem.error("bad-argument", place, "wrong parameter of " + name)
              .because(e.getMessage()));
    }
  }
}
