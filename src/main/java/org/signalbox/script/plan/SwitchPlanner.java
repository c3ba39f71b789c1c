// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.Problem;
import org.signalbox.script.run.Block;
import org.signalbox.script.run.Operand;
import org.signalbox.script.run.Selection;
import org.signalbox.script.run.Selection.TextLabel;
import org.signalbox.script.run.Step;
import org.signalbox.script.syntax.Expression;
import org.signalbox.script.syntax.Statement;

/** Labels of {@code switch}: all numbers, or all texts and regular expressions (script.md §6). */
final class SwitchPlanner {
  private final Planning planning;
  private final StatementPlanner statements;
  private final ExpressionPlanner expressions;

  SwitchPlanner(Planning planning, StatementPlanner statements, ExpressionPlanner expressions) {
    this.planning = planning;
    this.statements = statements;
    this.expressions = expressions;
  }

  Step plan(Statement.Switch selection) {
    Operand value = expressions.plan(selection.value()).operand();
    List<Step> steps = new ArrayList<>();
    Map<Long, Integer> numbers = new LinkedHashMap<>();
    List<TextLabel> texts = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int otherwise = -1;
    int left = selection.cases().size();
    for (Statement.Case each : selection.cases()) {
      int start = steps.size();
      Expression label = each.label();
      if (label == null) {
        if (otherwise >= 0) {
          note("two-defaults", each, "too many \"default:\" labels");
        }
        otherwise = start;
      } else {
        label(each, label, start, numbers, texts, seen);
      }
      left--;
      steps.addAll(left > 0 ? statements.leading(each.body()) : statements.steps(each.body()));
    }
    Block body = new Block(steps);
    return numbers.isEmpty()
        ? Selection.byText(value, texts, otherwise, body, selection.span())
        : Selection.byNumber(value, numbers, otherwise, body, selection.span());
  }

  private void label(
      Statement.Case each,
      Expression label,
      int start,
      Map<Long, Integer> numbers,
      List<TextLabel> texts,
      Set<String> seen) {
    Object constant = constant(label);
    if (constant == null) {
      note("bad-case", each, "bad case label", "constant expected");
    } else if (constant instanceof Long number) {
      if (!texts.isEmpty()) {
        mixed(each);
      } else if (numbers.putIfAbsent(number, start) != null) {
        duplicate(each);
      }
    } else if (!numbers.isEmpty()) {
      mixed(each);
    } else if (each.regex()) {
      regex(each, (String) constant, start, texts);
    } else {
      if (!seen.add((String) constant)) {
        duplicate(each);
      }
      texts.add(TextLabel.text((String) constant, start));
    }
  }

  private @Nullable Object constant(Expression label) {
    try {
      return expressions.plan(label).constant();
    } catch (PlanError e) {
      planning.problems().add(e.problem());
      return null;
    }
  }

  private void regex(Statement.Case each, String text, int start, List<TextLabel> texts) {
    try {
      Pattern pattern = OperatorPlanner.pattern(text, each.span(), false);
      texts.add(TextLabel.regex(pattern, start));
    } catch (PlanError e) {
      note(
          "bad-regex",
          each,
          "(%d, %d): bad regular expression %s"
              .formatted(each.span().line(), each.span().column(), text));
    }
  }

  private void mixed(Statement.Case each) {
    note(
        "mixed-cases",
        each,
        "type mismatch in case",
        "mixed integer and string/RE cases not allowed");
  }

  private void duplicate(Statement.Case each) {
    note("duplicate-case", each, "duplicate case " + ExpressionPlanner.at(each.span()));
  }

  private void note(String code, Statement.Case each, String message) {
    planning.problems().add(Problem.error(code, each.span(), message));
  }

  private void note(String code, Statement.Case each, String message, String cause) {
    planning.problems().add(Problem.error(code, each.span(), message).because(cause));
  }
}
