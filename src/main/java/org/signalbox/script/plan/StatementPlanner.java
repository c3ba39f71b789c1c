// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.BlockKind;
import org.signalbox.script.Problem;
import org.signalbox.script.Span;
import org.signalbox.script.run.Block;
import org.signalbox.script.run.Control;
import org.signalbox.script.run.Operand;
import org.signalbox.script.run.Step;
import org.signalbox.script.run.Variable;
import org.signalbox.script.syntax.Expression;
import org.signalbox.script.syntax.Statement;

/** Turns the statements of one block into nodes; a wrong statement is noted and left out. */
final class StatementPlanner {
  private final Planning planning;
  private final ExpressionPlanner expressions;

  /** Whether another statement may run in the route behind the one that is planned. */
  private boolean followed;

  StatementPlanner(Planning planning, BlockKind block) {
    this.planning = planning;
    this.expressions = new ExpressionPlanner(planning, block, this);
  }

  Block block(List<Statement> statements) {
    return new Block(steps(statements));
  }

  /** The statements of a block that is an expression. */
  Block inner(List<Statement> statements) {
    boolean enclosing = followed;
    followed = false;
    Block block = block(statements);
    followed = enclosing;
    return block;
  }

  /** The statements of a {@code case} that others follow, into which it may run on. */
  List<Step> leading(List<Statement> statements) {
    boolean enclosing = followed;
    followed = true;
    List<Step> steps = steps(statements);
    followed = enclosing;
    return steps;
  }

  List<Step> steps(List<Statement> statements) {
    List<Step> steps = new ArrayList<>();
    boolean enclosing = followed;
    int left = statements.size();
    for (Statement statement : statements) {
      left--;
      followed = enclosing || left > 0;
      try {
        steps.add(step(statement));
      } catch (PlanError e) {
        planning.problems().add(e.problem());
      }
    }
    followed = enclosing;
    return steps;
  }

  private Step step(Statement statement) {
    if (statement instanceof Statement.Call call) {
      return expressions.statement(call.call(), followed).step(call.span());
    } else if (statement instanceof Statement.Assign assign) {
      return assignment(assign.target(), assign.value(), assign.span());
    } else if (statement instanceof Statement.If when) {
      return when(when);
    } else if (statement instanceof Statement.While loop) {
      return loop(loop);
    } else if (statement instanceof Statement.Switch selection) {
      return new SwitchPlanner(planning, this, expressions).plan(selection);
    } else if (statement instanceof Statement.Leave leave) {
      return leave(leave);
    }
    return Control.nothing();
  }

  Step assignment(Expression.Variable target, Expression value, Span place) {
    Variable.Writable writable = writable(target);
    return Control.assign(writable, whole(value), place);
  }

  /** The whole right side of an assignment: what runs has its true code there. */
  private Operand whole(Expression value) {
    return ExpressionPlanner.isCode(value)
        ? expressions.code(value).whole()
        : expressions.plan(value).operand();
  }

  private Variable.Writable writable(Expression.Variable target) {
    Variable variable = expressions.variable(target);
    if (variable instanceof Variable.Writable writable) {
      return writable;
    }
    boolean transformed = target.text().startsWith("$(") && target.text().endsWith("})");
    throw new PlanError(
        "read-only",
        target.span(),
        transformed
            ? "pvar with transformations in assignment left side"
            : "read only pvar in assignment left side");
  }

  private Step when(Statement.If when) {
    Typed condition = condition(when.condition(), "if");
    Block then = block(when.then());
    Block otherwise = when.otherwise().isEmpty() ? null : block(when.otherwise());
    return Control.when(condition.operand(), then, otherwise, when.span(), when.condition().span());
  }

  private Step loop(Statement.While loop) {
    Typed condition = condition(loop.condition(), "while");
    if (condition.type() == Typed.Type.TEXT) {
      throw integerExpected(loop.condition());
    }
    followed = true;
    return Control.loop(condition.operand(), block(loop.body()), loop.span());
  }

  private Typed condition(Expression expression, String keyword) {
    Typed condition = expressions.plan(expression);
    if (condition.type() == Typed.Type.TEXT) {
      warn("text-condition", expression, "non-int expression (you might want to use casts)");
    }
    if (condition.isConstant()) {
      warn("constant-condition", expression, "constant value in " + keyword + "(...)");
    }
    return condition;
  }

  private void warn(String code, Expression expression, String message) {
    planning.problems().add(Problem.warning(code, expression.span(), message));
  }

  private Step leave(Statement.Leave leave) {
    boolean endsWithZero = leave.way() == Statement.Way.DROP || leave.way() == Statement.Way.BREAK;
    Operand value = value(leave.value(), endsWithZero ? 0 : 1);
    return switch (leave.way()) {
      case RETURN -> Control.giveBack(value, leave.span());
      case EXIT -> Control.exit(value, leave.span());
      case DROP -> Control.drop(value, leave.span());
      case BREAK -> Control.breakOff(value, leave.span());
    };
  }

  private Operand value(@Nullable Expression expression, long otherwise) {
    if (expression == null) {
      return Typed.number(otherwise).operand();
    }
    Typed value = expressions.plan(expression);
    if (value.type() == Typed.Type.TEXT) {
      throw integerExpected(expression);
    }
    return value.operand();
  }

  private static PlanError integerExpected(Expression expression) {
    return new PlanError(
        "integer-expected",
        expression.span(),
        "invalid expression "
            + ExpressionPlanner.at(expression.span())
            + ": bad type, integer expected");
  }
}
