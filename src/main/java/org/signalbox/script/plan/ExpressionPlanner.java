// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.plan;

import org.signalbox.script.BlockKind;
import org.signalbox.script.Problem;
import org.signalbox.script.Span;
import org.signalbox.script.run.Calls;
import org.signalbox.script.run.Comparison;
import org.signalbox.script.run.Logic;
import org.signalbox.script.run.Operand;
import org.signalbox.script.run.Variable;
import org.signalbox.script.syntax.Expression;

/** Turns expressions of one block into nodes; throws {@link PlanError} at the first mistake. */
final class ExpressionPlanner {
  private final Planning planning;
  private final BlockKind block;
  private final StatementPlanner statements;
  private final CallPlanner calls;

  ExpressionPlanner(Planning planning, BlockKind block, StatementPlanner statements) {
    this.planning = planning;
    this.block = block;
    this.statements = statements;
    this.calls = new CallPlanner(planning, block, this);
  }

  Typed plan(Expression expression) {
    if (expression instanceof Expression.Numeral number) {
      return Typed.number(number.value());
    } else if (expression instanceof Expression.Text text) {
      return Typed.text(text.value());
    } else if (expression instanceof Expression.Word word) {
      return Typed.text(word.text());
    } else if (expression instanceof Expression.Variable variable) {
      return Typed.variable(variable(variable));
    } else if (expression instanceof Expression.Select select) {
      return select(select);
    } else if (expression instanceof Expression.Binary binary) {
      return OperatorPlanner.binary(binary, plan(binary.left()), plan(binary.right()));
    } else if (expression instanceof Expression.Unary unary) {
      return OperatorPlanner.unary(unary, plan(unary.operand()));
    } else if (expression instanceof Expression.Choice choice) {
      return choice(choice);
    } else if (expression instanceof Expression.Condition condition) {
      return Typed.number(condition(condition));
    }
    return Typed.number(code(expression));
  }

  /** Something that runs: a call, a block, an assignment. */
  Calls.Code code(Expression expression) {
    if (expression instanceof Expression.Call call) {
      return calls.function(call);
    } else if (expression instanceof Expression.Command command) {
      return calls.command(command);
    } else if (expression instanceof Expression.RouteCall call) {
      return calls.route(call);
    } else if (expression instanceof Expression.Block inner) {
      return Calls.block(statements.inner(inner.body()));
    } else if (expression instanceof Expression.Assign assign) {
      return Calls.assignment(
          statements.assignment(assign.target(), assign.value(), assign.span()));
    }
    throw new PlanError("syntax", expression.span(), "syntax error");
  }

  /**
   * The same for a statement.
   *
   * @param followed whether another one may follow it in its route
   */
  Calls.Code statement(Expression expression, boolean followed) {
    return expression instanceof Expression.Call call
        ? calls.function(call, followed)
        : code(expression);
  }

  /** Whether an expression is nothing but something that runs. */
  static boolean isCode(Expression expression) {
    return expression instanceof Expression.Call
        || expression instanceof Expression.Command
        || expression instanceof Expression.RouteCall
        || expression instanceof Expression.Block;
  }

  Variable variable(Expression.Variable expression) {
    try {
      return planning.resolver().variable(expression.text());
    } catch (Unresolvable e) {
      throw new PlanError(
          Problem.error(
                  "bad-variable", expression.span(), "Can't get from cache: " + expression.text())
              .because(e.getMessage()));
    }
  }

  private Typed select(Expression.Select select) {
    Variable variable = planning.surroundings().select(select.text());
    if (variable == null) {
      throw new PlanError(
          "unknown-select", select.span(), "Unable to resolve select '" + select.text() + "'");
    }
    Typed read = Typed.variable(variable);
    return new Typed(read.operand(), Typed.Type.TEXT, null, variable);
  }

  private Typed choice(Expression.Choice choice) {
    Typed then = plan(choice.then());
    Typed otherwise = plan(choice.otherwise());
    Operand operand =
        Logic.choice(plan(choice.condition()).operand(), then.operand(), otherwise.operand());
    return then.type() == otherwise.type()
        ? new Typed(operand, then.type(), null, null)
        : Typed.any(operand);
  }

  private Operand condition(Expression.Condition condition) {
    Operand operand = new ConditionPlanner(planning, block, this).plan(condition);
    return condition.kind() == Expression.Operator.NOT_EQUAL ? Comparison.not(operand) : operand;
  }

  /** A place as {@code (L,C)}. */
  static String at(Span span) {
    return "(" + span.line() + "," + span.column() + ")";
  }
}
