// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.plan;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import org.signalbox.script.BlockKind;
import org.signalbox.script.Span;
import org.signalbox.script.run.AddressRange;
import org.signalbox.script.run.Comparison;
import org.signalbox.script.run.Conditions;
import org.signalbox.script.run.Operand;
import org.signalbox.script.run.Reads;
import org.signalbox.script.run.Variable;
import org.signalbox.script.syntax.Expression;
import org.signalbox.script.syntax.Expression.Operator;
import org.signalbox.sip.TransportProtocol;

/** Core conditions (script.md §7.2); for {@code !=} it plans {@code ==}, which is then negated. */
final class ConditionPlanner {
  private static final Set<String> ONSEND_ONLY =
      Set.of("snd_ip", "snd_port", "snd_proto", "snd_af", "to_ip", "to_port", "to_proto", "to_af");
  private static final Set<String> TEXTS = Set.of("method", "uri", "status", "from_uri", "to_uri");
  private static final Set<String> ADDRESSES = Set.of("src_ip", "dst_ip", "snd_ip", "to_ip");

  private final Planning planning;
  private final BlockKind block;
  private final ExpressionPlanner expressions;

  ConditionPlanner(Planning planning, BlockKind block, ExpressionPlanner expressions) {
    this.planning = planning;
    this.block = block;
    this.expressions = expressions;
  }

  Operand plan(Expression.Condition condition) {
    String subject = condition.subject();
    if (ONSEND_ONLY.contains(subject) && block != BlockKind.ONSEND) {
      throw new PlanError(
          "onsend-only", condition.span(), subject + " allowed only in onsend_routes");
    }
    Expression right = condition.right();
    if (subject.equals("myself") && right instanceof Expression.Word other) {
      return myself(other.text(), condition.span());
    }
    if (right instanceof Expression.Word word && word.text().equals("myself")) {
      return myself(subject, condition.span());
    }
    Variable variable = planning.surroundings().subject(subject);
    if (variable == null) {
      throw new PlanError("unknown-condition", condition.span(), "'" + subject + "' is not known");
    }
    if (condition.kind() == Operator.MATCH) {
      return match(variable, right);
    }
    if (TEXTS.contains(subject)) {
      return Conditions.equal(variable, expressions.plan(right).operand());
    }
    return ADDRESSES.contains(subject)
        ? address(variable, right)
        : number(Reads.variable(variable), condition);
  }

  private Operand myself(String subject, Span span) {
    Operand operand = planning.surroundings().myself(subject);
    if (operand == null) {
      throw new PlanError("unknown-condition", span, "'" + subject + "' cannot be myself");
    }
    return operand;
  }

  private Operand match(Variable subject, Expression right) {
    Typed expression = expressions.plan(right);
    return expression.constant() instanceof String text
        ? Conditions.match(subject, OperatorPlanner.pattern(text, right.span(), true))
        : Comparison.match(Reads.variable(subject), expression.operand(), right.span());
  }

  private Operand address(Variable subject, Expression right) {
    Typed planned = expressions.plan(right);
    if (!(planned.constant() instanceof String text)) {
      return Conditions.within(subject, planned.operand());
    }
    AddressRange range = AddressRange.parse(text);
    return Conditions.within(subject, range == null ? resolved(text, right.span()) : range);
  }

  private static AddressRange resolved(String host, Span span) {
    try {
      return AddressRange.of(InetAddress.getByName(host));
    } catch (UnknownHostException e) {
      throw new PlanError("unresolvable-address", span, "could not resolve " + host);
    }
  }

  private Operand number(Operand subject, Expression.Condition condition) {
    Operand right = number(condition.right());
    return switch (condition.kind()) {
      case GREATER -> Comparison.greater(subject, right);
      case LESS -> Comparison.less(subject, right);
      case GREATER_OR_EQUAL -> Comparison.greaterOrEqual(subject, right);
      case LESS_OR_EQUAL -> Comparison.lessOrEqual(subject, right);
      default -> Comparison.sameNumber(subject, right);
    };
  }

  /** A number, or the name of a protocol. */
  private Operand number(Expression right) {
    if (right instanceof Expression.Word word && !word.text().equals("*")) {
      String name = word.text().toUpperCase(Locale.ROOT);
      return Typed.number(TransportProtocol.valueOf(name).number()).operand();
    }
    Typed planned = expressions.plan(right);
    if (planned.type() == Typed.Type.TEXT) {
      Span span = right.span();
      throw new PlanError(
          "type-mismatch",
          span,
          "bad expression: type mismatch: str instead of int at " + ExpressionPlanner.at(span));
    }
    return planned.operand();
  }
}
