// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.run;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.signalbox.script.LatestPattern;
import org.signalbox.script.PosixPattern;
import org.signalbox.script.Search;
import org.signalbox.script.Span;

/** Comparisons; each is 1 or 0 (script.md §7.1). */
public final class Comparison {
  private Comparison() {}

  public static Operand less(Operand left, Operand right) {
    return truth(frame -> left.number(frame) < right.number(frame));
  }

  public static Operand greater(Operand left, Operand right) {
    return truth(frame -> left.number(frame) > right.number(frame));
  }

  public static Operand lessOrEqual(Operand left, Operand right) {
    return truth(frame -> left.number(frame) <= right.number(frame));
  }

  public static Operand greaterOrEqual(Operand left, Operand right) {
    return truth(frame -> left.number(frame) >= right.number(frame));
  }

  /** Both as numbers. */
  public static Operand sameNumber(Operand left, Operand right) {
    return truth(frame -> left.number(frame) == right.number(frame));
  }

  /** Both as texts, exactly. */
  public static Operand sameText(Operand left, Operand right) {
    return truth(frame -> left.text(frame).equals(right.text(frame)));
  }

  /** As the left side turns out to be: a number, a text, or nothing. */
  public static Operand same(Operand left, Operand right) {
    return new Same(left, right);
  }

  /** The opposite of a comparison. */
  public static Operand not(Operand comparison) {
    return truth(frame -> comparison.number(frame) == 0);
  }

  /** Whether a text is empty; nothing is empty. */
  public static Operand empty(Operand operand) {
    return truth(frame -> operand.text(frame).isEmpty());
  }

  /** Whether an expression that is known now is found in a text. */
  public static Operand match(Operand left, Pattern pattern) {
    return truth(frame -> Search.found(pattern, left.text(frame), frame));
  }

  /** Whether an expression that is known when it runs is found in a text, case ignored. */
  public static Operand match(Operand left, Operand expression, Span place) {
    return new DynamicMatch(left, expression, place);
  }

  private interface Truth extends NumberOperand {
    @Override
    boolean holds(Frame frame);

    @Override
    default long number(Frame frame) {
      return holds(frame) ? 1 : 0;
    }
  }

  static Operand truth(java.util.function.Predicate<Frame> test) {
    return (Truth) test::test;
  }

  private record Same(Operand left, Operand right) implements Truth {
    @Override
    public boolean holds(Frame frame) {
      Cell value = frame.scratch();
      left.read(frame, value);
      return switch (value.kind()) {
        case NUMBER -> {
          long number = value.number();
          yield number == right.number(frame);
        }
        case TEXT -> {
          String text = value.text();
          yield text.equals(right.text(frame));
        }
        case NULL, FAILED -> {
          right.read(frame, value);
          yield value.kind() == Cell.Kind.NUMBER ? value.number() == 0 : value.text().isEmpty();
        }
      };
    }
  }

  private static final class DynamicMatch implements Truth {
    private final Operand left;
    private final Operand expression;
    private final Span place;
    private final LatestPattern latest =
        new LatestPattern(wanted -> PosixPattern.compile(wanted, true));

    DynamicMatch(Operand left, Operand expression, Span place) {
      this.left = left;
      this.expression = expression;
      this.place = place;
    }

    @Override
    public boolean holds(Frame frame) {
      String text = left.text(frame);
      String wanted = expression.text(frame);
      return Search.found(pattern(frame, wanted), text, frame);
    }

    private Pattern pattern(Frame frame, String wanted) {
      try {
        return latest.of(wanted);
      } catch (PatternSyntaxException e) {
        frame.log().error(place, "Bad regular expression \"" + Excerpt.of(wanted) + "\"");
        throw Fault.NO_VALUE;
      }
    }
  }
}
