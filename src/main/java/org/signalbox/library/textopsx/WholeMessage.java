// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.textopsx;

import org.signalbox.routing.Rewriting;
import org.signalbox.script.BlockKind;
import org.signalbox.script.WireText;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.script.run.Route;
import org.signalbox.sip.SipMessage;

/** Gives the message another form that reads see at once (lumps.md §2). */
final class WholeMessage {
  private WholeMessage() {}

  static FunctionCall apply(Arguments arguments) {
    return frame -> Rewriting.apply(frame) ? 1 : -1;
  }

  static FunctionCall replace(Arguments arguments) {
    Arguments.TextArgument text = arguments.text(0);
    return frame -> {
      String bytes = text.value(frame);
      return bytes != null && Rewriting.replace(frame, WireText.octets(bytes).toBytes()) ? 1 : -1;
    };
  }

  static FunctionCall removeBody(Arguments arguments) {
    return frame -> {
      SipMessage message = frame.message();
      if (message.end() > message.bodyStart()) {
        message.edits().removeBody();
      }
      return 1;
    };
  }

  /** {@code msg_changed_route("NAME")}: runs a block that sees the message as it would leave. */
  static FunctionCall changedRoute(Arguments arguments) {
    Arguments.TextArgument name = arguments.route(0, BlockKind.NAMED);
    return frame -> {
      String wanted = name.value(frame);
      Route route =
          wanted == null ? null : frame.script().route(BlockKind.NAMED, wanted).orElse(null);
      if (route == null) {
        frame.error("there is no route[" + wanted + "]");
        return -1;
      }
      return Rewriting.shown(frame, route) ? 1 : -1;
    };
  }
}
