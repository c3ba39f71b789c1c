// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.sdpops;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.Multipart;
import org.signalbox.script.WireText;
import org.signalbox.sip.HeaderType;
import org.signalbox.sip.Octets;
import org.signalbox.sip.SipMessage;

/** Finds the session description in a body: all of it, or one part of several. */
final class SdpPart {
  private static final String SDP = "application/sdp";

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
    String boundary = Multipart.boundary(type);
    Octets body = message.body();
    Multipart parts = boundary == null ? null : Multipart.read(WireText.of(body), boundary);
    Multipart.Part part = parts == null ? null : parts.first(SDP);
    return part == null
        ? null
        : new Octets(body.array(), body.offset() + part.content(), part.next() - part.content());
  }

  private static boolean startsWith(String type, String wanted) {
    return type.toLowerCase(Locale.ROOT).startsWith(wanted);
  }
}
