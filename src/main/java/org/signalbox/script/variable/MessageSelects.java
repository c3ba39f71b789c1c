// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.variable;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.WireText;
import org.signalbox.script.variable.VariableTable.TextReading;
import org.signalbox.sip.Header;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.SipResponse;

/** Selects without parts of their own: headers by name, the whole message, this server. */
final class MessageSelects {
  private static final Map<String, String> HEADERS =
      Map.of(
          "call_id", "Call-ID",
          "callid", "Call-ID",
          "content_type", "Content-Type",
          "content_length", "Content-Length",
          "max_forwards", "Max-Forwards",
          "expires", "Expires",
          "event", "Event",
          "user_agent", "User-Agent",
          "rr", "Record-Route");

  private MessageSelects() {}

  /** What a select of this kind reads; null when it is none. */
  static @Nullable TextReading reading(String first, List<String> rest) {
    String name = HEADERS.get(first);
    if (name != null) {
      return rest.isEmpty() ? header(name) : null;
    }
    return switch (first + "/" + rest.size()) {
      case "msg/1" -> message(rest.get(0));
      case "msg/2" -> rest.get(0).equals("header") ? header(rest.get(1)) : null;
      case "hf_value/1" -> header(rest.get(0));
      case "sys/1" -> server(rest.get(0));
      case "version/0" -> message("version");
      case "status/0", "code/0" -> frame -> status(frame.message());
      default -> null;
    };
  }

  static TextReading header(String name) {
    return frame -> {
      Header header = frame.message().header(name);
      return header == null ? null : WireText.of(header.octets());
    };
  }

  private static TextReading message(String part) {
    return switch (part) {
      case "first_line" -> frame -> firstLine(frame.message());
      case "body" -> frame -> WireText.of(frame.message().body());
      case "len" -> frame -> String.valueOf(frame.message().length());
      case "type" -> frame -> frame.message() instanceof SipRequest ? "request" : "reply";
      case "version" -> frame -> "SIP/2.0";
      default -> header(part.replace('_', '-'));
    };
  }

  private static String firstLine(SipMessage message) {
    String text = message.toString();
    int end = text.indexOf('\r');
    return end < 0 ? text : text.substring(0, end);
  }

  private static @Nullable String status(SipMessage message) {
    return message instanceof SipResponse reply ? String.valueOf(reply.statusCode()) : null;
  }

  private static @Nullable TextReading server(String part) {
    return switch (part) {
      case "pid" -> frame -> String.valueOf(ProcessHandle.current().pid());
      case "now" -> frame -> String.valueOf(System.currentTimeMillis() / 1000);
      case "unique" -> frame -> UUID.randomUUID().toString();
      default -> null;
    };
  }
}
