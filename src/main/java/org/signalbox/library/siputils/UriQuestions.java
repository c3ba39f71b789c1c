// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.siputils;

import org.jspecify.annotations.Nullable;
import org.signalbox.routing.RequestTarget;
import org.signalbox.script.run.Frame;
import org.signalbox.script.transformation.UriText;
import org.signalbox.sip.HeaderType;

/** Questions about URIs and names of headers: 1 for yes, less than 0 for no. */
final class UriQuestions {
  private static final int YES = 1;
  private static final int NO = -1;
  private static final int UNREADABLE = -2;

  private UriQuestions() {}

  private static int answer(boolean yes) {
    return yes ? YES : NO;
  }

  static int isUri(Frame frame, String text) {
    return answer(UriText.parse(text) != null);
  }

  /** As RFC 3261 §19.1.4 compares them, but a parameter of one side alone makes no difference. */
  static int sameUri(Frame frame, String first, String second) {
    UriText a = UriText.parse(first);
    UriText b = UriText.parse(second);
    if (a == null || b == null) {
      return UNREADABLE;
    }
    return answer(
        a.scheme().equalsIgnoreCase(b.scheme())
            && a.user().equals(b.user())
            && a.password().equals(b.password())
            && a.host().equalsIgnoreCase(b.host())
            && a.port().equals(b.port())
            && sharedParametersMatch(a, b));
  }

  private static boolean sharedParametersMatch(UriText a, UriText b) {
    for (String parameter : a.params().split(";", -1)) {
      int equals = parameter.indexOf('=');
      String name = equals < 0 ? parameter : parameter.substring(0, equals);
      String value = equals < 0 ? "" : parameter.substring(equals + 1);
      String other = b.param(name);
      if (!other.isEmpty() && !other.equalsIgnoreCase(value)) {
        return false;
      }
    }
    return true;
  }

  /** User, host and port; no port means 5060. */
  static int sameAddress(Frame frame, String first, String second) {
    UriText a = UriText.parse(first);
    UriText b = UriText.parse(second);
    if (a == null || b == null) {
      return UNREADABLE;
    }
    return answer(
        a.user().equals(b.user()) && a.host().equalsIgnoreCase(b.host()) && port(a) == port(b));
  }

  private static int port(UriText uri) {
    return uri.portNumber() == 0 ? 5060 : uri.portNumber();
  }

  /** Long and compact names of a header are the same. */
  static int sameHeader(Frame frame, String first, String second) {
    String a = bare(first);
    String b = bare(second);
    if (a.isEmpty() || b.isEmpty()) {
      frame.error("error parsing header names [" + first + "] [" + second + "]");
      return UNREADABLE;
    }
    HeaderType type = HeaderType.of(a);
    if (type != HeaderType.of(b)) {
      return NO;
    }
    if (type != HeaderType.OTHER || a.equalsIgnoreCase(b)) {
      return YES;
    }
    return a.length() == b.length() ? UNREADABLE : NO;
  }

  private static String bare(String name) {
    String trimmed = name.strip();
    return trimmed.endsWith(":") ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
  }

  static int isGruu(Frame frame) {
    return isGruu(frame, RequestTarget.ruri(frame));
  }

  /** 1 a public one, 2 a temporary one, -1 none (RFC 5627 §3.1). */
  static int isGruu(Frame frame, String text) {
    UriText uri = UriText.parse(text);
    if (uri == null) {
      frame.error("parsing of uri '" + text + "' failed");
      return NO;
    }
    String value = parameter(uri, "gr");
    return value == null ? NO : value.isEmpty() ? 2 : YES;
  }

  /** The value of a parameter, empty for one without; null when it is not there. */
  static @Nullable String parameter(UriText uri, String name) {
    for (String parameter : uri.params().split(";", -1)) {
      int equals = parameter.indexOf('=');
      if (name.equals(equals < 0 ? parameter : parameter.substring(0, equals))) {
        return equals < 0 ? "" : parameter.substring(equals + 1);
      }
    }
    return null;
  }
}
