// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.textops;

import org.jspecify.annotations.Nullable;
import org.signalbox.routing.ReplyAdditions;
import org.signalbox.script.Multipart;
import org.signalbox.script.WireText;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.sip.HeaderType;
import org.signalbox.sip.SipMessage;

/** The body of the message, and the one of replies to it (lumps.md §5). */
final class Bodies {
  private Bodies() {}

  /** Takes a body and its type. */
  private interface Use {
    boolean of(Frame frame, byte[] content, String type);
  }

  /** Reads what a script writes as a body. */
  private interface Reading {
    @Nullable String of(String written, Frame frame);
  }

  private static final Reading PLAIN = (written, frame) -> written;

  static FunctionCall set(Arguments arguments) {
    return call(arguments, PLAIN, Bodies::setIn);
  }

  static FunctionCall setHex(Arguments arguments) {
    return call(arguments, HexText::decoded, Bodies::setIn);
  }

  static FunctionCall setInReplies(Arguments arguments) {
    return call(arguments, PLAIN, Bodies::addToReplies);
  }

  static FunctionCall setHexInReplies(Arguments arguments) {
    return call(arguments, HexText::decoded, Bodies::addToReplies);
  }

  private static FunctionCall call(Arguments arguments, Reading reading, Use use) {
    Arguments.ShownArgument text = arguments.shown(0);
    Arguments.ShownArgument type = arguments.shown(1);
    return frame -> {
      String written = Texts.wanted(text, frame, "the body");
      String content = written == null ? null : reading.of(written, frame);
      String kind = Texts.wanted(type, frame, "the type of the body");
      if (content == null || kind == null) {
        return -1;
      }
      byte[] bytes = WireText.octets(content).toBytes();
      return use.of(frame, bytes, WireText.decoded(kind)) ? 1 : -1;
    };
  }

  private static boolean setIn(Frame frame, byte[] content, String type) {
    return frame.message().edits().setBody(content, type);
  }

  private static boolean addToReplies(Frame frame, byte[] content, String type) {
    if (type.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
      frame.error("the type of a body is one line");
      return false;
    }
    ReplyAdditions.of(frame).body(content, type);
    return true;
  }

  static FunctionCall present(Arguments arguments) {
    return frame -> hasBody(frame.message()) ? 1 : -1;
  }

  /** Whether there is a body of a type; an empty type is any. */
  static FunctionCall presentAs(Arguments arguments) {
    String type = arguments.constant(0).strip();
    return frame -> {
      SipMessage message = frame.message();
      return hasBody(message) && (type.isEmpty() || isOf(message, type)) ? 1 : -1;
    };
  }

  /** Content-Length says so too. */
  private static boolean hasBody(SipMessage message) {
    return message.contentLength() > 0 && message.hasBody();
  }

  static boolean isOf(SipMessage message, String type) {
    String written = message.value(HeaderType.CONTENT_TYPE);
    return written != null && Multipart.mime(written).equalsIgnoreCase(type);
  }
}
