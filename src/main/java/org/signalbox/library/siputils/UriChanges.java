// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.siputils;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.run.Cell;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.script.run.Variable;

/** Makes other URIs of texts that variables hold. */
final class UriChanges {
  private static final int DONE = 1;
  private static final int NO_TELEPHONE = 2;
  private static final int FAILED = -1;

  private UriChanges() {}

  /** A telephone number becomes a SIP URI (RFC 3261 §19.1.6); another URI is left alone. */
  static FunctionCall fromTelephone(Arguments arguments) {
    Arguments.TextArgument number = arguments.text(0);
    Arguments.TextArgument host = arguments.text(1);
    Variable.Writable target = arguments.writable(2);
    return frame -> {
      String uri = number.value(frame);
      String domain = host.value(frame);
      if (uri == null || domain == null) {
        frame.error("tel2sip: a parameter has no value");
        return FAILED;
      }
      if (!uri.regionMatches(true, 0, "tel:", 0, 4)) {
        return NO_TELEPHONE;
      }
      return target.assign(frame, "sip:" + user(uri) + "@" + domain + ";user=phone")
          ? DONE
          : FAILED;
    };
  }

  /** The number without what only makes it readable, its parameters in small letters. */
  private static String user(String uri) {
    int semicolon = uri.indexOf(';');
    int end = semicolon < 0 ? uri.length() : semicolon;
    return uri.substring(4, end).replaceAll("[-.()]", "")
        + uri.substring(end).toLowerCase(Locale.ROOT);
  }

  static FunctionCall user(Arguments arguments) {
    return changing(arguments, UriChanges::withUser);
  }

  static FunctionCall host(Arguments arguments) {
    return changing(arguments, UriChanges::withHost);
  }

  private interface Change {
    /** Null, with an error told, where it cannot be. */
    @Nullable String of(Frame frame, String uri, int colon, String part);
  }

  private static FunctionCall changing(Arguments arguments, Change change) {
    Variable.Writable target = arguments.writable(0);
    Arguments.TextArgument part = arguments.text(1);
    return frame -> {
      Cell value = frame.scratch();
      target.read(frame, value);
      String uri = value.isPresent() ? value.text() : "";
      String wanted = part.value(frame);
      int colon = uri.indexOf(':');
      if (colon < 0 || wanted == null) {
        frame.error(
            wanted == null ? "a parameter has no value" : "uri does not contain ':' character");
        return FAILED;
      }
      String changed = change.of(frame, uri, colon, wanted);
      return changed != null && target.assign(frame, changed) ? DONE : FAILED;
    };
  }

  private static String withUser(Frame frame, String uri, int colon, String user) {
    int at = uri.indexOf('@', colon);
    String rest = uri.substring((at < 0 ? colon : at) + 1);
    return uri.substring(0, colon + 1) + (user.isEmpty() ? "" : user + "@") + rest;
  }

  private static @Nullable String withHost(Frame frame, String uri, int colon, String host) {
    if (host.isEmpty()) {
      frame.error("hostpart of uri cannot be empty");
      return null;
    }
    int start = Math.max(colon, uri.indexOf('@', colon)) + 1;
    int end = uri.startsWith("[", start) ? Math.max(start, uri.indexOf(']', start)) : start;
    while (end < uri.length() && ":;?".indexOf(uri.charAt(end)) < 0) {
      end++;
    }
    return uri.substring(0, start) + host + uri.substring(end);
  }
}
