// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.textopsx;

import org.jspecify.annotations.Nullable;
import org.signalbox.script.WireText;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.sip.SipResponse;

/** The status with which a reply goes on: 1xx and 2xx keep their class. */
final class ReplyStatus {
  private static final int LOWEST = 100;
  private static final int LOWEST_NEGATIVE = 300;
  private static final int HIGHEST = 699;

  private ReplyStatus() {}

  static FunctionCall change(Arguments arguments) {
    Arguments.IntegerArgument code = arguments.integer(0);
    Arguments.TextArgument reason = arguments.text(1);
    return frame -> changed(frame, code.value(frame, 0), reason.value(frame)) ? 1 : -1;
  }

  static FunctionCall changeCode(Arguments arguments) {
    Arguments.IntegerArgument code = arguments.integer(0);
    return frame -> changed(frame, code.value(frame, 0), null) ? 1 : -1;
  }

  private static boolean changed(Frame frame, long code, @Nullable String reason) {
    if (!(frame.message() instanceof SipResponse reply)) {
      return false;
    }
    if (!allowed(reply.statusCode(), code)) {
      frame.error("the status " + reply.statusCode() + " of a reply cannot become " + code);
      return false;
    }
    String phrase = reason == null ? reply.reason() : WireText.decoded(reason);
    if (phrase.indexOf('\r') >= 0 || phrase.indexOf('\n') >= 0) {
      frame.error("a reason is one line");
      return false;
    }
    reply.edits().status((int) code, phrase);
    return true;
  }

  private static boolean allowed(int from, long to) {
    boolean negative = from >= LOWEST_NEGATIVE && to >= LOWEST_NEGATIVE;
    return to >= LOWEST && to <= HIGHEST && (negative || from / 100 == to / 100);
  }
}
