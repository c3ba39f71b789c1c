// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.run;

import java.util.regex.Pattern;
import org.signalbox.script.Search;

/** Core conditions: comparisons that know what their left side is (script.md §7.2). */
public final class Conditions {
  private Conditions() {}

  /** Equal texts, case ignored; a subject without a value equals nothing. */
  public static Operand equal(Variable subject, Operand right) {
    return test(subject, (frame, text) -> text.equalsIgnoreCase(right.text(frame)));
  }

  /** An expression that is known now is found in the subject. */
  public static Operand match(Variable subject, Pattern pattern) {
    return test(subject, (frame, text) -> Search.found(pattern, text, frame));
  }

  /** The subject is an address of a range. */
  public static Operand within(Variable subject, AddressRange range) {
    return test(subject, (frame, text) -> range.contains(text));
  }

  /** The subject is an address of a range that is known when it runs. */
  public static Operand within(Variable subject, Operand right) {
    return test(
        subject,
        (frame, text) -> {
          AddressRange range = AddressRange.parse(right.text(frame));
          return range != null && range.contains(text);
        });
  }

  private interface Test {
    boolean holds(Frame frame, String subject);
  }

  private static Operand test(Variable subject, Test test) {
    return Comparison.truth(
        frame -> {
          Cell value = frame.scratch();
          subject.read(frame, value);
          return value.isPresent() && test.holds(frame, value.text());
        });
  }
}
