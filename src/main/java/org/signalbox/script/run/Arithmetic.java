// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.run;

import java.util.List;
import org.signalbox.script.Span;

/** Sums and their family on 64-bit integers (script.md §7.1). */
public final class Arithmetic {
  private Arithmetic() {}

  /** The sum of a number and whatever the right side converts to. */
  public static Operand sum(Operand left, Operand right) {
    return number(frame -> left.number(frame) + right.number(frame));
  }

  /** A sum when the left side turns out to be a number, else both texts joined. */
  public static Operand sumOrJoin(Operand left, Operand right) {
    return new SumOrJoin(left, right);
  }

  /** All texts joined. */
  public static Operand join(List<Operand> parts) {
    return new Join(parts.toArray(Operand[]::new));
  }

  /** The parts of joined texts, so that a longer chain is joined at once. */
  public static List<Operand> parts(Operand operand) {
    return operand instanceof Join join ? List.of(join.parts) : List.of(operand);
  }

  public static Operand difference(Operand left, Operand right) {
    return number(frame -> left.number(frame) - right.number(frame));
  }

  public static Operand product(Operand left, Operand right) {
    return number(frame -> left.number(frame) * right.number(frame));
  }

  /** Truncating; the smallest number divided by -1 wraps. */
  public static Operand quotient(Operand left, Operand right, Span place) {
    return number(
        frame -> {
          long dividend = left.number(frame);
          return dividend / divisor(frame, right, place, "rv div by 0");
        });
  }

  /** The rest, with the sign of the dividend. */
  public static Operand remainder(Operand left, Operand right, Span place) {
    return number(
        frame -> {
          long dividend = left.number(frame);
          return dividend % divisor(frame, right, place, "rv mod by 0");
        });
  }

  private static long divisor(Frame frame, Operand right, Span place, String complaint) {
    long divisor = right.number(frame);
    if (divisor == 0) {
      frame.log().error(place, complaint);
      throw Fault.NO_VALUE;
    }
    return divisor;
  }

  public static Operand and(Operand left, Operand right) {
    return number(frame -> left.number(frame) & right.number(frame));
  }

  public static Operand or(Operand left, Operand right) {
    return number(frame -> left.number(frame) | right.number(frame));
  }

  public static Operand exclusiveOr(Operand left, Operand right) {
    return number(frame -> left.number(frame) ^ right.number(frame));
  }

  /** Counts are taken modulo 64. */
  public static Operand shiftLeft(Operand left, Operand right) {
    return number(frame -> left.number(frame) << right.number(frame));
  }

  /** Keeps the sign; counts are taken modulo 64. */
  public static Operand shiftRight(Operand left, Operand right) {
    return number(frame -> left.number(frame) >> right.number(frame));
  }

  public static Operand negated(Operand operand) {
    return number(frame -> -operand.number(frame));
  }

  public static Operand complement(Operand operand) {
    return number(frame -> ~operand.number(frame));
  }

  private static Operand number(NumberOperand operand) {
    return operand;
  }

  private record SumOrJoin(Operand left, Operand right) implements Operand {
    @Override
    public void read(Frame frame, Cell into) {
      left.read(frame, into);
      if (into.kind() == Cell.Kind.NUMBER) {
        long number = into.number();
        into.set(number + right.number(frame));
      } else {
        String text = into.text();
        into.set(text.concat(right.text(frame)));
      }
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared; an array is what the loop wants
  private record Join(Operand[] parts) implements TextOperand {
    @Override
    public String text(Frame frame) {
      if (parts.length == 2) {
        String first = parts[0].text(frame);
        return first.concat(parts[1].text(frame));
      }
      StringBuilder all = new StringBuilder();
      for (Operand part : parts) {
        all.append(part.text(frame));
      }
      return all.toString();
    }
  }
}
