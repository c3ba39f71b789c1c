// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import java.time.ZoneId;
import org.signalbox.script.Frame;
import org.signalbox.script.Value;

/** Class {@code s}: what can be done with any text (transformations.md §2). */
final class StringClass {
  private StringClass() {}

  static TransformationClass in(ZoneId zone) {
    NamedTransformations s = new NamedTransformations("s");
    s.text("len", (text, frame) -> Value.of(text.length()));
    s.plain("int", StringClass::integer);
    s.plain(
        "intv",
        (input, frame) -> input.isInteger() ? Value.of(input.number()) : integer(input, frame));
    Slices.addTo(s);
    Selections.addTo(s);
    Partitions.addTo(s);
    Removals.addTo(s);
    Layouts.addTo(s);
    Digests.addTo(s);
    BinaryCodes.addTo(s);
    Backslashes.addTo(s);
    PercentCodes.addTo(s);
    s.with("ftime", specifier -> new FormattedTime(specifier.text(), zone));
    return s;
  }

  /** Keeps the text as written, so that {@code +42} prints so; 32 bits as Kamailio 5.6.3. */
  private static Value integer(Value input, Frame frame) {
    if (input.isNull()) {
      return Value.FAILED;
    }
    if (input.isInteger()) {
      return input;
    }
    String text = input.text();
    if (input.hasNumber() || text.isEmpty()) {
      return Value.integer(text, input.number());
    }
    long number = Decimal.parse(text);
    boolean fits = number >= Integer.MIN_VALUE && number <= Integer.MAX_VALUE;
    return fits ? Value.integer(text, number) : Value.FAILED;
  }
}
