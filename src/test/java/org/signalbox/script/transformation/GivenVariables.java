// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.signalbox.script.Frame;
import org.signalbox.script.NotationException;
import org.signalbox.script.Operand;
import org.signalbox.script.Value;
import org.signalbox.script.VariableParser;

/** Variables with given values, and a frame that keeps what it is told. */
final class GivenVariables implements VariableParser, Frame {
  private final Map<String, Value> values;
  private final TransformationParser transformations;
  final List<String> errors = new ArrayList<>();
  final List<String> warnings = new ArrayList<>();

  GivenVariables(Map<String, Value> values) {
    this(values, ZoneOffset.UTC);
  }

  GivenVariables(Map<String, Value> values, ZoneId zone) {
    this.values = values;
    List<TransformationClass> classes = new ArrayList<>(TransformationClasses.pv(zone));
    classes.add(TransformationClasses.textops());
    classes.add(TransformationClasses.sqlops());
    classes.add(TransformationClasses.corex(Set.of("udp", "tcp")));
    classes.add(TransformationClasses.msrp());
    classes.add(TransformationClasses.xhttp());
    classes.add(TransformationClasses.json());
    this.transformations = new TransformationParser(new TransformationTable(classes), this);
  }

  /** The value of a variable with transformations on this text. */
  static Value applied(String text, String braces) throws NotationException {
    return new GivenVariables(Map.of("var(x)", Value.of(text))).value("$(var(x)" + braces + ")");
  }

  Value value(String variable) throws NotationException {
    Found found = parse(variable, 0);
    if (found.end() != variable.length()) {
      throw new NotationException("trailing", found.end(), "something follows the variable");
    }
    return found.operand().value(this);
  }

  @Override
  public Found parse(String text, int start) throws NotationException {
    boolean enclosed = text.startsWith("(", start + 1);
    int from = enclosed ? start + 2 : start + 1;
    int end = nameEnd(text, from);
    Value value = values.get(text.substring(from, end));
    if (value == null) {
      throw new NotationException("unknown-variable", start, "error searching pvar");
    }
    Operand operand = Operand.constant(value);
    if (enclosed && text.startsWith("{", end)) {
      TransformationParser.Chain chain = transformations.parse(text, end);
      operand = chain.on(operand);
      end = chain.end();
    }
    if (enclosed && !text.startsWith(")", end)) {
      throw new NotationException("unclosed-variable", end, "a bracket is missing");
    }
    return new Found(operand, enclosed ? end + 1 : end);
  }

  private static int nameEnd(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    return text.startsWith("(", at) ? text.indexOf(')', at) + 1 : at;
  }

  @Override
  public void error(String cause) {
    errors.add(cause);
  }

  @Override
  public void warning(String cause) {
    warnings.add(cause);
  }
}
