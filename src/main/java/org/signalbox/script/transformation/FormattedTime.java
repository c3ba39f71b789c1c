// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.signalbox.script.Frame;
import org.signalbox.script.TimeFormat;
import org.signalbox.script.Value;

/** {@code s.ftime}: seconds since 1970 as a date and time, in local time. */
record FormattedTime(Parameter format, ZoneId zone) implements Transformation {

  @Override
  public Value apply(Value input, Frame frame) {
    Value pattern = input.isNull() ? Value.FAILED : format.value(frame);
    if (pattern.failed()) {
      return pattern;
    }
    long seconds = input.hasNumber() ? input.number() : Decimal.parse(input.text());
    if (seconds == Decimal.NONE) {
      return frame.fail("value is not numeric");
    }
    try {
      return Value.of(
          TimeFormat.format(pattern.text(), Instant.ofEpochSecond(seconds).atZone(zone)));
    } catch (DateTimeException e) {
      return frame.fail("no year is so far away");
    }
  }
}
