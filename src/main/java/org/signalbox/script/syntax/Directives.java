// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.syntax;

import org.jspecify.annotations.Nullable;
import org.signalbox.script.Problem;
import org.signalbox.script.Problems;
import org.signalbox.script.StaticText;

/** Carries out the directives that define, undefine and substitute (script.md §2). */
final class Directives {
  private final Defines defines;
  private final Substitutions substitutions;
  private final Problems problems;
  private final StaticText statics;

  Directives(Defines defines, Substitutions substitutions, Problems problems) {
    this.defines = defines;
    this.substitutions = substitutions;
    this.problems = problems;
    this.statics = new StaticText(System::getenv, defines::text);
  }

  /** Whether the text behind {@code #!ifdef}, {@code #!ifndef} or {@code #!ifexp} is taken. */
  boolean holds(Token directive, String rest) {
    if (directive.text().equals("ifexp")) {
      Object value = evaluated(directive, rest);
      return value != null && DirectiveExpression.isTrue(value);
    }
    String name = leadingWord(rest);
    if (name.isEmpty()) {
      problem("define-name", directive, "a name is missing");
    }
    return defines.has(name) == directive.text().equals("ifdef");
  }

  /** Carries out any other directive. */
  void run(Token directive, String rest) {
    switch (directive.text()) {
      case "define", "def" -> define(directive, rest, Existing.FAILS);
      case "trydefine", "trydef" -> define(directive, rest, Existing.STAYS);
      case "redefine", "redef" -> define(directive, rest, Existing.IS_REPLACED);
      case "undefine", "undef" -> undefine(directive, rest, true);
      case "tryundefine", "tryundef" -> undefine(directive, rest, false);
      case "defexp" -> defineExpression(directive, rest, "");
      case "defexps" -> defineExpression(directive, rest, "\"");
      case "defenv" -> defineEnvironment(directive, rest, "", true);
      case "defenvs" -> defineEnvironment(directive, rest, "\"", true);
      case "trydefenv" -> defineEnvironment(directive, rest, "", false);
      case "trydefenvs" -> defineEnvironment(directive, rest, "\"", false);
      default -> substitute(directive, rest);
    }
  }

  /** What happens to a name that is defined already. */
  private enum Existing {
    FAILS,
    STAYS,
    IS_REPLACED
  }

  private void define(Token directive, String rest, Existing existing) {
    String name = leadingWord(rest);
    if (rest.startsWith("-", name.length())) {
      problem(
          "define-name",
          directive,
          "error at cfg line %d: '-' not allowed".formatted(directive.span().line()));
    } else if (name.isEmpty()) {
      problem("define-name", directive, "a name is missing");
    } else {
      put(directive, name, rest.substring(name.length()).strip(), existing);
    }
  }

  private void put(Token directive, String name, String text, Existing existing) {
    if (defines.has(name) && existing != Existing.IS_REPLACED) {
      if (existing == Existing.FAILS) {
        problem("already-defined", directive, "already defined: " + name);
      }
    } else if (defines.full() && !defines.has(name)) {
      problem("too-many-defines", directive, "too many defines, at most " + Defines.LIMIT);
    } else {
      defines.put(name, text);
    }
  }

  private void undefine(Token directive, String rest, boolean mustExist) {
    String name = leadingWord(rest);
    if (!defines.remove(name) && mustExist) {
      problem("not-defined", directive, "not defined: " + name);
    }
  }

  private void defineExpression(Token directive, String rest, String quote) {
    String name = leadingWord(rest);
    Object value = name.isEmpty() ? null : evaluated(directive, rest.substring(name.length()));
    if (value != null) {
      put(directive, name, quote + value + quote, Existing.FAILS);
    } else if (name.isEmpty()) {
      problem("define-name", directive, "a name is missing");
    }
  }

  private void defineEnvironment(Token directive, String rest, String quote, boolean mustExist) {
    int equals = rest.indexOf('=');
    String variable = rest.substring(equals + 1).strip();
    String name = equals < 0 ? variable : rest.substring(0, equals).strip();
    String value = System.getenv(variable);
    if (value != null && !name.isEmpty()) {
      put(directive, name, quote + value + quote, Existing.FAILS);
    } else if (mustExist) {
      problem("no-environment-variable", directive, "env variable not defined [" + variable + "]");
    }
  }

  private void substitute(Token directive, String rest) {
    boolean defining = directive.text().startsWith("substdef");
    try {
      if (rest.length() < 2 || !rest.startsWith("\"") || !rest.endsWith("\"")) {
        throw new IllegalArgumentException("it must be between double quotes");
      }
      Substitutions.Parts parts = Substitutions.Parts.of(rest.substring(1, rest.length() - 1));
      if (defining) {
        parts = withStaticValue(parts);
        String quote = directive.text().equals("substdefs") ? "\"" : "";
        put(directive, parts.expression(), quote + parts.replacement() + quote, Existing.FAILS);
      }
      substitutions.add(parts);
    } catch (IllegalArgumentException e) {
      problem("bad-substitution", directive, "bad substitution expression: " + e.getMessage());
    }
  }

  private Substitutions.Parts withStaticValue(Substitutions.Parts parts) {
    String value = statics.expand(parts.replacement());
    if (value == null) {
      throw new IllegalArgumentException(
          "'" + parts.replacement() + "' has no value while the file is read");
    }
    return new Substitutions.Parts(parts.expression(), value, parts.flags());
  }

  private @Nullable Object evaluated(Token directive, String expression) {
    try {
      return DirectiveExpression.value(expression, defines);
    } catch (IllegalArgumentException e) {
      problem("bad-directive-expression", directive, "bad expression: " + e.getMessage());
      return null;
    }
  }

  private static String leadingWord(String rest) {
    int end = 0;
    while (end < rest.length() && Scanner.isWordPart(rest.charAt(end))) {
      end++;
    }
    return rest.substring(0, end);
  }

  private void problem(String code, Token directive, String message) {
    problems.add(Problem.error(code, directive.span(), message));
  }
}
