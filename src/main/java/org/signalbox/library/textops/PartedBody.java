// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.textops;

import org.jspecify.annotations.Nullable;
import org.signalbox.script.Multipart;
import org.signalbox.sip.HeaderType;
import org.signalbox.sip.SipMessage;

/** The body of a message that is made of parts, as received. */
record PartedBody(Stretch body, Multipart parts) {

  /** Null when the body is not made of parts. */
  static @Nullable PartedBody of(SipMessage message) {
    String boundary = Multipart.boundary(message.value(HeaderType.CONTENT_TYPE));
    if (boundary == null) {
      return null;
    }
    Stretch body = Stretch.of(message, message.bodyStart(), message.end());
    Multipart parts = Multipart.read(body.text(), boundary);
    return parts == null ? null : new PartedBody(body, parts);
  }

  /** The first part of a type; null when there is none. */
  Multipart.@Nullable Part first(String type) {
    return parts.first(type);
  }

  /** What a part holds, without its headers. */
  String content(Multipart.Part part) {
    return body.text().substring(part.content(), part.contentEnd());
  }

  /** Adds a part, headers and all, behind those that are there and were added. */
  boolean append(String part) {
    String line = "--" + parts.boundary();
    return body.insert(parts.end(), line + "\r\n" + part)
        && (parts.closed() || body.replace(parts.end(), parts.endBehind(), line + "--\r\n"));
  }
}
