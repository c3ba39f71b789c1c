// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.htable;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.PosixPattern;
import org.signalbox.script.Search;
import org.signalbox.script.Value;

/** What scripts ask of names and values (modules.md §15, variables.md §11). */
final class Tests {
  private Tests() {}

  /** Which side of an item a test is about. */
  enum Side {
    NAME,
    VALUE;

    /** Of values only texts are asked. */
    Table.Test on(Predicate<String> text) {
      return this == NAME
          ? (key, value) -> text.test(key)
          : (key, value) -> !value.isInteger() && text.test(value.text());
    }
  }

  /**
   * An expression of {@code $shtcn} and {@code $shtcv}: {@code **}, {@code ==text}, {@code eq5},
   * {@code ~%end}, {@code %~start}, {@code ~~regex} or a regular expression.
   *
   * @return null when it is malformed
   */
  static Table.@Nullable Test counting(Side side, String expression) {
    if (expression.equals("**")) {
      return (key, value) -> true;
    }
    String text = expression.length() < 2 ? "" : expression.substring(2);
    if (expression.startsWith("==")) {
      return side.on(text::equals);
    }
    if (expression.startsWith("~%")) {
      return side.on(asked -> asked.endsWith(text));
    }
    if (expression.startsWith("%~")) {
      return side.on(asked -> asked.startsWith(text));
    }
    if (expression.startsWith("~~")) {
      return regex(side, text);
    }
    if (side == Side.VALUE && expression.matches("eq-?\\d{1,18}")) {
      Value number = Value.of(Long.parseLong(text));
      return (key, value) -> value.isInteger() && value.number() == number.number();
    }
    return regex(side, expression);
  }

  /** {@code eq ne re sw ew in}; null for another operator or a malformed expression. */
  static Table.@Nullable Test matching(Side side, String operator, String operand) {
    return switch (operator) {
      case "eq" -> side.on(operand::equals);
      case "ne" -> side.on(asked -> !operand.equals(asked));
      default -> removing(side, operator, operand);
    };
  }

  /** The same without {@code eq} and {@code ne}, which removal does not know. */
  static Table.@Nullable Test removing(Side side, String operator, String operand) {
    return switch (operator) {
      case "re" -> regex(side, operand);
      case "sw" -> side.on(asked -> asked.startsWith(operand));
      case "ew" -> side.on(asked -> asked.endsWith(operand));
      case "in" -> side.on(asked -> asked.contains(operand));
      default -> null;
    };
  }

  /** A POSIX extended regular expression, case ignored; null when it is malformed. */
  static Table.@Nullable Test regex(Side side, String expression) {
    try {
      Pattern pattern = PosixPattern.compile(expression, true, true);
      return side.on(asked -> Search.found(pattern, asked));
    } catch (PatternSyntaxException e) {
      return null;
    }
  }
}
