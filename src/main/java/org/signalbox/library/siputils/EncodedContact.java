// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.siputils;

import org.jspecify.annotations.Nullable;
import org.signalbox.routing.RequestTarget;
import org.signalbox.script.run.Frame;
import org.signalbox.script.transformation.UriText;
import org.signalbox.sip.HeaderType;

/**
 * Hides a Contact behind an address of ours: {@code sip:prefix*user*password*host*port*protocol@
 * ours}, and finds it again.
 */
final class EncodedContact {
  private static final int PARTS = 6;

  private char separator = '*';

  void separator(String given) {
    if (!given.isEmpty()) {
      separator = given.charAt(0);
    }
  }

  int encode(Frame frame, String prefix, String host) {
    if (!frame.message().has(HeaderType.CONTACT)) {
      frame.error("no Contact header present");
      return -1;
    }
    return Contacts.change(frame, (at, text) -> encoded(at, text, prefix, host));
  }

  private @Nullable String encoded(Frame frame, String text, String prefix, String host) {
    UriText uri = UriText.parse(text);
    if (uri == null) {
      frame.error("failed to parse contact uri [" + text + "]");
      return null;
    }
    String[] parts = {
      prefix, uri.user(), uri.password(), uri.host(), uri.port(), uri.param("transport")
    };
    return uri.scheme() + ":" + String.join(String.valueOf(separator), parts) + "@" + host;
  }

  int decode(Frame frame) {
    return Contacts.change(frame, this::decoded);
  }

  /** The request URI goes on as what it hides. */
  int decodeTarget(Frame frame) {
    String decoded = decoded(frame, RequestTarget.ruri(frame));
    if (decoded == null) {
      return -1;
    }
    RequestTarget.of(frame).ruri(decoded);
    return 1;
  }

  private @Nullable String decoded(Frame frame, String text) {
    UriText uri = UriText.parse(text);
    String[] parts = uri == null ? new String[0] : split(uri);
    if (uri == null || parts.length != PARTS || parts[3].isEmpty()) {
      frame.error("failed decoding contact [" + text + "]");
      return null;
    }
    StringBuilder out = new StringBuilder(uri.scheme()).append(':').append(parts[1]);
    add(out, ":", parts[2]);
    out.append(parts[1].isEmpty() ? "" : "@").append(parts[3]);
    add(out, ":", parts[4]);
    add(out, ";transport=", parts[5]);
    add(out, ";", uri.params());
    return out.toString();
  }

  private String[] split(UriText uri) {
    String all = uri.password().isEmpty() ? uri.user() : uri.user() + ":" + uri.password();
    return all.split(java.util.regex.Pattern.quote(String.valueOf(separator)), -1);
  }

  private static void add(StringBuilder out, String mark, String part) {
    if (!part.isEmpty()) {
      out.append(mark).append(part);
    }
  }
}
