// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.signalbox.script.Search;
import org.signalbox.script.Span;

/** {@code switch} over labels known now (script.md §6). */
public final class Selection {
  /** No label. */
  private static final int NONE = -1;

  private Selection() {}

  /**
   * A switch over numbers.
   *
   * @param labels where in the body each number begins
   * @param otherwise where {@code default} begins, or -1
   */
  public static Step byNumber(
      Operand value, Map<Long, Integer> labels, int otherwise, Block body, Span place) {
    long[] numbers = labels.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
    int[] starts = new int[numbers.length];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = labels.getOrDefault(numbers[i], otherwise);
    }
    return new Switch(
        value,
        (frame, given) -> {
          int found = Arrays.binarySearch(numbers, given.number(frame));
          return found < 0 ? otherwise : starts[found];
        },
        otherwise,
        body,
        place);
  }

  /** A switch over texts and regular expressions; the first that fits wins. */
  public static Step byText(
      Operand value, List<TextLabel> labels, int otherwise, Block body, Span place) {
    List<TextLabel> all = new ArrayList<>(labels);
    return new Switch(
        value,
        (frame, given) -> {
          String text = given.text(frame);
          for (TextLabel label : all) {
            if (label.fits().test(text, frame)) {
              return label.start();
            }
          }
          return otherwise;
        },
        otherwise,
        body,
        place);
  }

  /**
   * A label of a switch over texts.
   *
   * @param start where in the body it begins
   */
  public record TextLabel(BiPredicate<String, Frame> fits, int start) {
    /** A label that is a text. */
    public static TextLabel text(String text, int start) {
      return new TextLabel((given, frame) -> text.equals(given), start);
    }

    /** A label that is a regular expression. */
    public static TextLabel regex(Pattern pattern, int start) {
      return new TextLabel((given, frame) -> Search.found(pattern, given, frame), start);
    }
  }

  private interface Choice {
    int start(Frame frame, Operand value);
  }

  private record Switch(Operand value, Choice choice, int otherwise, Block body, Span place)
      implements Step {
    @Override
    public long run(Frame frame) {
      frame.at(place);
      int start;
      try {
        start = choice.start(frame, value);
      } catch (Fault e) {
        start = otherwise;
      }
      Continuation suspension = frame.suspension();
      if (suspension != null) {
        suspension.taking(
            value,
            (later, number) -> from(later, choice.start(later, Constants.number(number))),
            later -> from(later, otherwise));
      }
      return from(frame, start);
    }

    private long from(Frame frame, int start) {
      if (start == NONE || frame.leaving()) {
        return 1;
      }
      long value = body.runFrom(frame, start);
      Continuation suspension = frame.suspension();
      if (suspension != null) {
        suspension.add(Switch::ended);
      }
      return ended(frame, value);
    }

    private static long ended(Frame frame, long value) {
      if (frame.flow() == Frame.Flow.BREAK) {
        frame.flow(Frame.Flow.ON);
        return 0;
      }
      return value;
    }
  }
}
