// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import java.util.Collection;
import org.signalbox.script.NotationException;
import org.signalbox.script.Operand;
import org.signalbox.script.Suggestion;
import org.signalbox.script.Value;
import org.signalbox.script.VariableParser;

/**
 * One pair of braces: class, name, and the parameters, which are read in their order
 * (transformations.md §1.1). For one thread, while a file is loaded.
 */
public final class Specifier {
  private final String text;
  private final int start;
  private final int close;
  private final VariableParser variables;
  private final String className;
  private final String name;
  private int at;

  /** Where the parameter begins that is being read. */
  private int parameter;

  /** Reads class and name; {@code open} and {@code close} are the places of the braces. */
  Specifier(String text, int open, int close, VariableParser variables) throws NotationException {
    this.text = text;
    this.start = open + 1;
    this.close = close;
    this.variables = variables;
    int dot = text.indexOf('.', start);
    int comma = text.indexOf(',', start);
    at = comma < 0 || comma > close ? close : comma;
    if (dot < 0 || dot >= at) {
      throw new NotationException(
          "bad-transformation",
          start,
          "invalid transformation: {" + inside() + "}",
          "write {class.name}");
    }
    className = text.substring(start, dot);
    name = text.substring(dot + 1, at).strip();
  }

  /** The place of the brace that closes the one at {@code open}; pairs inside are skipped. */
  static int closingBrace(String text, int open) throws NotationException {
    int depth = 0;
    for (int at = open; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return at;
      }
    }
    throw new NotationException("bad-transformation", open, "transformation without closing brace");
  }

  static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  String className() {
    return className;
  }

  /** The name behind the dot, as written. */
  public String name() {
    return name;
  }

  /** The offset behind the opening brace. */
  int start() {
    return start;
  }

  /** Everything between the braces. */
  private String inside() {
    return text.substring(start, close);
  }

  /** Whether another parameter follows. */
  public boolean more() {
    return at < close;
  }

  /** Reads a number, or a variable that has one at run time. */
  public Parameter number() throws NotationException {
    next();
    at = skipBlanks(text, at);
    if (startsVariable()) {
      return Parameter.number(variable());
    }
    int from = at;
    if (at < close && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
      at++;
    }
    while (at < close && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    long value;
    try {
      value = Integer.parseInt(text, from, at, 10);
    } catch (NumberFormatException e) {
      throw wrong("a number is expected");
    }
    endParameter();
    return Parameter.literal(Value.of(value));
  }

  /** Reads a text that is not empty, or a variable that has one at run time. */
  public Parameter text() throws NotationException {
    Parameter parameter = textOrNothing();
    Value literal = parameter.literal();
    if (literal != null && literal.text().isEmpty()) {
      throw wrong("a parameter is empty");
    }
    return parameter;
  }

  /** The same, but nothing at all may be written. */
  public Parameter textOrNothing() throws NotationException {
    next();
    at = skipBlanks(text, at);
    if (startsVariable()) {
      return Parameter.text(variable());
    }
    int from = at;
    while (at < close && ",}\t\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String written = text.substring(from, at);
    endParameter();
    return Parameter.literal(Value.of(written));
  }

  /**
   * Reads a character, which may be a comma, or a variable; what follows the character is ignored.
   * The text is empty when only blanks are written.
   */
  public Parameter character() throws NotationException {
    next();
    at = skipBlanks(text, at);
    if (startsVariable()) {
      return Parameter.text(variable());
    }
    String first = text.substring(at, Math.min(at + 1, close));
    at += first.length();
    while (at < close && text.charAt(at) != ',') {
      at++;
    }
    return Parameter.literal(Value.of(first));
  }

  /** Reads a parameter that is nothing but one character, or a variable that begins with it. */
  public Parameter oneCharacter() throws NotationException {
    if (variableFollows()) {
      return character();
    }
    String written = rest();
    if (written.length() != 1) {
      throw wrong("one character is expected");
    }
    return Parameter.literal(Value.of(written));
  }

  /** Reads everything up to the closing brace, blanks included. */
  public String rest() throws NotationException {
    next();
    String rest = text.substring(at, close);
    at = close;
    return rest;
  }

  /** Whether a variable begins behind the blanks of the next parameter. */
  public boolean variableFollows() {
    int from = skipBlanks(text, Math.min(at + 1, close));
    return from < close && text.charAt(from) == '$';
  }

  /** Reads the variables that stand inside a parameter that was taken as text. */
  public VariableParser variables() {
    return variables;
  }

  /** The mistake of a name that the class does not have. */
  public NotationException unknown(Collection<String> known) {
    return new NotationException(
        "unknown-transformation",
        start,
        "unknown transformation: [" + className + "." + name + "]",
        Suggestion.didYouMean(name, known));
  }

  /** A mistake that was found inside the parameter that is being read. */
  public NotationException wrong(NotationException inside) {
    return inside.within(parameter);
  }

  /** A mistake in the parameter that is being read. */
  public NotationException wrong(String why) {
    return new NotationException(
        "bad-transformation",
        parameter,
        "invalid param in transformation: {" + inside() + "}",
        why);
  }

  /** Checks that every parameter was read. */
  void end() throws NotationException {
    if (at < close) {
      parameter = at + 1;
      throw wrong("too many parameters");
    }
  }

  private void next() throws NotationException {
    parameter = Math.min(at + 1, close);
    if (at >= close) {
      throw wrong("a parameter is missing");
    }
    at++;
  }

  private boolean startsVariable() {
    return at < close && text.charAt(at) == '$';
  }

  private Operand variable() throws NotationException {
    VariableParser.Found found = variables.parse(text, at);
    at = found.end();
    endParameter();
    return found.operand();
  }

  private void endParameter() throws NotationException {
    at = skipBlanks(text, at);
    if (at > close || (at < close && text.charAt(at) != ',')) {
      throw wrong("a parameter ends at a comma or at the closing brace");
    }
  }
}
