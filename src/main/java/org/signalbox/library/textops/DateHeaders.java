// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.textops;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.signalbox.module.Port;
import org.signalbox.routing.ReplyAdditions;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.timer.TimeSource;

/** Adds {@code Date} (RFC 3261 §20.17). */
final class DateHeaders {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("'Date: 'EEE, dd MMM yyyy HH:mm:ss 'GMT'\r\n", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Port<TimeSource> clock;

  DateHeaders(Port<TimeSource> clock) {
    this.clock = clock;
  }

  FunctionCall toReply(Arguments arguments) {
    return frame -> {
      ReplyAdditions.of(frame).appendHeader(line());
      return 1;
    };
  }

  FunctionCall toMessage(Arguments arguments) {
    return frame -> frame.message().edits().appendHeader(line()) ? 1 : -1;
  }

  private String line() {
    return FORM.format(clock.get().instant());
  }
}
