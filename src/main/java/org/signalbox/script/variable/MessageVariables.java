// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.variable;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.RouteKind;
import org.signalbox.script.Value;
import org.signalbox.script.WireText;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.run.Cell;
import org.signalbox.script.run.Frame;
import org.signalbox.script.variable.VariableTable.Keys;
import org.signalbox.script.variable.VariableTable.TextReading;
import org.signalbox.sip.CSeq;
import org.signalbox.sip.Header;
import org.signalbox.sip.HeaderType;
import org.signalbox.sip.Method;
import org.signalbox.sip.NameAddress;
import org.signalbox.sip.Octets;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.SipResponse;

/** The start line, the well-known headers, the body and the bytes (variables.md §2, §3, §5). */
public final class MessageVariables {
  private MessageVariables() {}

  /** All of them. */
  public static VariableFamily family() {
    return VariableTable.builder()
        // start line
        .text("rm", MessageVariables::method)
        .number("rmid", frame -> methodNumber(frame.message()))
        .text("rv", frame -> frame.message().version())
        .plain("rs", MessageVariables::status)
        .number("rsi", frame -> status(frame.message()))
        .text("rr", MessageVariables::reason)
        .number("mt", frame -> request(frame) ? 1 : 2)
        .text("mts", frame -> request(frame) ? "rq" : "rp")
        .number("tts", frame -> frame.message().toTag() == null ? 0 : 1)
        .number("mi", frame -> frame.kind() == RouteKind.FAILURE ? 0 : frame.message().id())
        // headers with names of their own
        .text("ci", header(HeaderType.CALL_ID))
        .plain("cs", MessageVariables::cseqNumber)
        .text("csb", header(HeaderType.CSEQ))
        .text("ct", header(HeaderType.CONTACT))
        .number("cts", frame -> frame.message().wildcardContact() ? 1 : 0)
        .text("ctu", frame -> uri(frame.message().address(HeaderType.CONTACT)))
        .text("cT", header(HeaderType.CONTENT_TYPE))
        .plain("cl", MessageVariables::contentLength)
        .text("ua", header(HeaderType.USER_AGENT))
        .keyed(
            "expires",
            new Keys()
                .any("min", (frame, into) -> expires(frame.message(), false, into))
                .any("max", (frame, into) -> expires(frame.message(), true, into)))
        // body and bytes
        .text("rb", frame -> body(frame.message()))
        .number("bs", frame -> frame.message().body().length())
        .text("mbu", frame -> changed(frame.message()))
        .keyed("msg", bytes())
        .build();
  }

  private static Keys bytes() {
    return new Keys()
        .number("len", frame -> frame.message().length())
        .text("buf", frame -> whole(frame.message()))
        .text("body", frame -> body(frame.message()))
        .number("body_len", frame -> frame.message().body().length())
        .text("hdrs", headers())
        .number("hdrs_len", frame -> headersLength(frame.message()))
        .number("hdrc", frame -> frame.message().headers().size())
        .text("fline", frame -> firstLine(frame.message()))
        .text("fpart", range(SipMessage::start, SipMessage::bodyStart))
        .text("lpart", range(SipMessage::headersStart, SipMessage::end));
  }

  /** The value of the first header of a type, blanks around it cut; null without one. */
  static TextReading header(HeaderType type) {
    return frame -> {
      Header header = frame.message().header(type);
      return header == null ? null : WireText.of(header.octets());
    };
  }

  private static boolean request(Frame frame) {
    return frame.message() instanceof SipRequest;
  }

  private static @Nullable String method(Frame frame) {
    SipMessage message = frame.message();
    if (message instanceof SipRequest request) {
      return request.method();
    }
    CSeq cseq = message.cseq();
    return cseq == null ? null : cseq.method();
  }

  private static int methodNumber(SipMessage message) {
    if (message instanceof SipRequest request) {
      return request.known().number();
    }
    CSeq cseq = message.cseq();
    return cseq == null ? Method.OTHER.number() : cseq.known().number();
  }

  private static int status(SipMessage message) {
    return message instanceof SipResponse reply ? reply.statusCode() : 0;
  }

  private static void status(Frame frame, Cell into) {
    if (request(frame)) {
      into.clear();
    } else {
      into.set(status(frame.message()));
    }
  }

  private static @Nullable String reason(Frame frame) {
    return frame.message() instanceof SipResponse reply ? WireText.bytes(reply.reason()) : null;
  }

  private static void cseqNumber(Frame frame, Cell into) {
    CSeq cseq = frame.message().cseq();
    if (cseq == null) {
      into.clear();
    } else {
      into.set(Long.toString(cseq.number()), cseq.number());
    }
  }

  private static void contentLength(Frame frame, Cell into) {
    int length = frame.message().contentLength();
    if (length < 0) {
      into.clear();
    } else {
      into.set(length);
    }
  }

  static @Nullable String uri(@Nullable NameAddress address) {
    return address == null ? null : WireText.of(address.uriOctets());
  }

  /** The least or greatest of what the contacts ask for; Expires stands in where one is silent. */
  private static void expires(SipMessage message, boolean greatest, Cell into) {
    Header header = message.header(HeaderType.EXPIRES);
    List<NameAddress> contacts = message.addresses(HeaderType.CONTACT);
    long general = header == null ? -1 : seconds(header.octets());
    long found = contacts.isEmpty() ? general : -1;
    for (NameAddress contact : contacts) {
      Octets own = contact.parameters().octets("expires");
      long asked = own == null ? general : seconds(own);
      boolean better = greatest ? asked > found : asked < found;
      found = asked >= 0 && (found < 0 || better) ? asked : found;
    }
    if (found < 0) {
      into.clear();
    } else {
      into.set(found);
    }
  }

  /** A number of seconds; what is none counts as 0, as registrars take it. */
  private static long seconds(Octets text) {
    return Math.max(0, Value.of(WireText.of(text)).number());
  }

  private static @Nullable String body(SipMessage message) {
    return message.bodyStart() == message.headersEnd() ? null : WireText.of(message.body());
  }

  private static String whole(SipMessage message) {
    return WireText.of(message.array(), message.start(), message.end());
  }

  private static String changed(SipMessage message) {
    byte[] bytes = message.toBytes();
    return WireText.of(bytes, 0, bytes.length);
  }

  private static TextReading headers() {
    return range(SipMessage::headersStart, SipMessage::headersEnd);
  }

  private static int headersLength(SipMessage message) {
    return message.headersEnd() - message.headersStart();
  }

  private static String firstLine(SipMessage message) {
    return WireText.of(message.array(), message.start(), message.headersStart()).stripTrailing();
  }

  /** A place in a message. */
  private interface Offset {
    int of(SipMessage message);
  }

  private static TextReading range(Offset from, Offset to) {
    return frame -> {
      SipMessage message = frame.message();
      return WireText.of(message.array(), from.of(message), to.of(message));
    };
  }
}
