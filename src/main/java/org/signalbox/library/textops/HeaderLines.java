// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.textops;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.routing.ReplyAdditions;
import org.signalbox.script.WireText;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.sip.Header;
import org.signalbox.sip.MessageEdits;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipRequest;

/**
 * Adds header lines as they are written (lumps.md §3). A missing line end is added; text that is no
 * header line is refused, because it would break the message that leaves.
 */
final class HeaderLines {
  private HeaderLines() {}

  /** Where in a message to put lines. */
  private interface Place {
    int in(SipMessage message);
  }

  static FunctionCall append(Arguments arguments) {
    if (arguments.count() == 1) {
      return added(arguments, SipMessage::headersEnd);
    }
    String name = HeaderNameArgument.name(arguments, 1);
    return added(arguments, message -> behindLast(message, name));
  }

  static FunctionCall insert(Arguments arguments) {
    if (arguments.count() == 1) {
      return added(arguments, SipMessage::headersStart);
    }
    String name = HeaderNameArgument.name(arguments, 1);
    return added(arguments, message -> beforeFirst(message, name));
  }

  private static int behindLast(SipMessage message, String name) {
    List<Header> all = message.headers(name);
    return all.isEmpty() ? message.headersEnd() : all.get(all.size() - 1).end();
  }

  private static int beforeFirst(SipMessage message, String name) {
    Header first = message.header(name);
    return first == null ? message.headersStart() : first.start();
  }

  private static FunctionCall added(Arguments arguments, Place place) {
    Arguments.ShownArgument text = arguments.shown(0);
    return frame -> {
      String lines = lines(text, frame);
      SipMessage message = frame.message();
      return lines != null && message.edits().insert(place.in(message), WireText.octets(lines))
          ? 1
          : -1;
    };
  }

  /** {@code append_urihf(prefix, suffix)}: the request URI as received between two texts. */
  static FunctionCall appendUri(Arguments arguments) {
    String prefix = arguments.constant(0);
    String suffix = arguments.constant(1);
    return frame -> {
      if (!(frame.message() instanceof SipRequest request)) {
        return -1;
      }
      String line = prefix + WireText.of(request.requestUriOctets()) + suffix;
      MessageEdits edits = request.edits();
      return edits.insert(request.headersEnd(), WireText.octets(ended(line))) ? 1 : -1;
    };
  }

  static FunctionCall appendToReply(Arguments arguments) {
    Arguments.ShownArgument text = arguments.shown(0);
    return frame -> {
      String lines = lines(text, frame);
      if (lines == null) {
        return -1;
      }
      ReplyAdditions.of(frame).appendHeader(WireText.decoded(lines));
      return 1;
    };
  }

  private static @Nullable String lines(Arguments.ShownArgument text, Frame frame) {
    String lines = Texts.wanted(text, frame, "the header to add");
    if (lines != null && lines.indexOf(':') < 0 && " \t".indexOf(lines.charAt(0)) < 0) {
      frame.error("no header line: <" + lines.strip() + ">");
      return null;
    }
    return lines == null ? null : ended(lines);
  }

  private static String ended(String lines) {
    return lines.endsWith("\n") ? lines : lines + "\r\n";
  }
}
