// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.sdpops;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.WireText;
import org.signalbox.sip.HeaderType;
import org.signalbox.sip.Octets;
import org.signalbox.sip.SipMessage;

/** Finds the session description in a body: all of it, or one part of several (RFC 2046 §5.1). */
final class SdpPart {
  private static final String SDP = "application/sdp";
  private static final String HEAD_END = "\r\n\r\n";
  private static final Pattern BOUNDARY =
      Pattern.compile(
          ";\\s*boundary\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);
  private static final Pattern TYPE =
      Pattern.compile("(?im)^(?:content-type|c)\\s*:\\s*application/sdp\\b");

  private SdpPart() {}

  /** Whether Content-Type says that there is one. */
  static boolean announced(SipMessage message) {
    String type = message.value(HeaderType.CONTENT_TYPE);
    return type != null && startsWith(type, SDP);
  }

  /** Null when there is none. */
  static @Nullable Octets of(SipMessage message) {
    String type = message.value(HeaderType.CONTENT_TYPE);
    if (type == null || !message.hasBody()) {
      return null;
    }
    if (startsWith(type, SDP)) {
      return message.body();
    }
    Matcher boundary = BOUNDARY.matcher(type);
    if (!startsWith(type, "multipart/") || !boundary.find()) {
      return null;
    }
    String name = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
    return part(message.body(), "--" + name);
  }

  private static @Nullable Octets part(Octets body, String delimiter) {
    String text = WireText.of(body);
    int at = text.indexOf(delimiter);
    while (at >= 0) {
      int start = at + delimiter.length();
      int end = text.indexOf("\r\n" + delimiter, start);
      int head = text.indexOf(HEAD_END, start);
      if (end < 0 || head < 0 || head > end) {
        return null;
      }
      if (TYPE.matcher(text.substring(start, head)).find()) {
        int from = head + HEAD_END.length();
        return new Octets(body.array(), body.offset() + from, end + 2 - from);
      }
      at = end + 2;
    }
    return null;
  }

  private static boolean startsWith(String type, String wanted) {
    return type.toLowerCase(Locale.ROOT).startsWith(wanted);
  }
}
