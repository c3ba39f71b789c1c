// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.textops;

import org.jspecify.annotations.Nullable;
import org.signalbox.script.Multipart;
import org.signalbox.script.WireText;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.script.run.Variable;
import org.signalbox.sip.HeaderType;
import org.signalbox.sip.SipMessage;

/** Bodies of several parts. Those that change one work upon the body as received. */
final class PartFunctions {
  private static final String BOUNDARY = "unique-boundary-1";

  private PartFunctions() {}

  // A body becomes one of parts

  /** Puts the received body into a part of its own. */
  static FunctionCall wrap(Arguments arguments) {
    Arguments.ShownArgument boundary = arguments.count() > 0 ? arguments.shown(0) : null;
    return frame -> {
      SipMessage message = frame.message();
      String body = WireText.of(message.body());
      String type = message.value(HeaderType.CONTENT_TYPE);
      if (body.isEmpty()) {
        frame.warning("no body to be set in the message");
        return -1;
      }
      String head = type == null ? "" : "Content-Type: " + WireText.bytes(type) + "\r\n";
      return setParts(frame, boundary, head + "\r\n" + body + "\r\n") ? 1 : -1;
    };
  }

  /** {@code set_body_multipart(text, type [, boundary])}. */
  static FunctionCall set(Arguments arguments) {
    Arguments.ShownArgument text = arguments.shown(0);
    Arguments.ShownArgument type = arguments.shown(1);
    Arguments.ShownArgument boundary = arguments.count() > 2 ? arguments.shown(2) : null;
    return frame -> {
      String content = Texts.wanted(text, frame, "the body");
      String kind = Texts.wanted(type, frame, "the type of the body");
      return content != null && kind != null && setParts(frame, boundary, part(content, kind, null))
          ? 1
          : -1;
    };
  }

  private static boolean setParts(
      Frame frame, Arguments.@Nullable ShownArgument boundary, String part) {
    String mark = boundary == null ? BOUNDARY : boundary.value(frame);
    if (mark.isEmpty()) {
      mark = BOUNDARY;
    }
    String body = "--" + mark + "\r\n" + part + "--" + mark + "--\r\n";
    SipMessage message = frame.message();
    String type = "multipart/mixed;boundary=\"" + WireText.decoded(mark) + "\"";
    return message.edits().setBody(WireText.octets(body).toBytes(), type)
        && (message.has(HeaderType.MIME_VERSION)
            || message.edits().appendHeader("Mime-Version: 1.0"));
  }

  private static String part(String content, String type, @Nullable String disposition) {
    String more = disposition == null ? "" : "Content-Disposition: " + disposition + "\r\n";
    return "Content-Type: " + type + "\r\n" + more + "\r\n" + content + "\r\n";
  }

  // Parts come and go

  static FunctionCall append(Arguments arguments) {
    return appended(arguments, (written, frame) -> written);
  }

  static FunctionCall appendHex(Arguments arguments) {
    return appended(arguments, HexText::decoded);
  }

  /** Reads what a script writes as a part. */
  private interface Reading {
    @Nullable String of(String written, Frame frame);
  }

  private static FunctionCall appended(Arguments arguments, Reading reading) {
    Arguments.ShownArgument text = arguments.shown(0);
    Arguments.ShownArgument type = arguments.shown(1);
    Arguments.ShownArgument disposition = arguments.count() > 2 ? arguments.shown(2) : null;
    return frame -> {
      String written = Texts.wanted(text, frame, "the part");
      String content = written == null ? null : reading.of(written, frame);
      String kind = Texts.wanted(type, frame, "the type of the part");
      PartedBody body = parts(frame);
      if (content == null || kind == null || body == null) {
        return -1;
      }
      String use = disposition == null ? null : disposition.value(frame);
      return body.append(part(content, kind, use)) ? 1 : -1;
    };
  }

  private static @Nullable PartedBody parts(Frame frame) {
    PartedBody body = PartedBody.of(frame.message());
    if (body == null) {
      frame.error("the message has no body of several parts");
    }
    return body;
  }

  /** Removes the first part of a type. */
  static FunctionCall remove(Arguments arguments) {
    Arguments.ShownArgument type = arguments.shown(0);
    return frame -> {
      PartedBody body = parts(frame);
      Multipart.Part part = body == null ? null : body.first(type.value(frame));
      return body != null && part != null && body.body().remove(part.start(), part.next()) ? 1 : -1;
    };
  }

  /** Leaves nothing but the content of the first part of a type; Content-Type stays. */
  static FunctionCall filter(Arguments arguments) {
    String type = arguments.constant(0);
    return frame -> {
      PartedBody body = PartedBody.of(frame.message());
      if (body == null) {
        frame.warning("body not multipart");
        return -1;
      }
      Multipart.Part part = body.first(type);
      Stretch all = body.body();
      return part != null
              && all.remove(0, part.content())
              && all.remove(part.contentEnd(), all.text().length())
          ? 1
          : -1;
    };
  }

  // Parts are read

  /** Where a part that is read begins and ends. */
  private interface Limits {
    String of(PartedBody body, Multipart.Part part);
  }

  /** The content alone. */
  static FunctionCall content(Arguments arguments) {
    return read(arguments, PartedBody::content);
  }

  /** From the headers to the line behind the part. */
  static FunctionCall raw(Arguments arguments) {
    return read(
        arguments, (body, part) -> body.body().text().substring(part.headers(), part.nextBehind()));
  }

  private static FunctionCall read(Arguments arguments, Limits limits) {
    Arguments.ShownArgument type = arguments.shown(0);
    Variable.Writable target = arguments.writable(1);
    return frame -> {
      String wanted = type.value(frame);
      String found = found(frame.message(), wanted, limits);
      return found != null && target.assign(frame, found) ? 1 : -1;
    };
  }

  /** A body that is not made of parts is its only one. */
  private static @Nullable String found(SipMessage message, String type, Limits limits) {
    PartedBody body = PartedBody.of(message);
    if (body == null) {
      return Bodies.isOf(message, type) ? WireText.of(message.body()) : null;
    }
    Multipart.Part part = body.first(type);
    return part == null ? null : limits.of(body, part);
  }
}
