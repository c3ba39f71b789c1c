// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** When two SIP URIs are equivalent (RFC 3261 §19.1.4). */
final class SipUriRules {

  /** Parameters that match only when both URIs carry them; the list of the RFC and its example. */
  private static final String[] NEVER_IGNORED = {"transport", "user", "ttl", "method", "maddr"};

  private SipUriRules() {}

  static String key(byte[] a, SipUriParts parts) {
    StringBuilder key = new StringBuilder(64).append(parts.secure ? "sips:" : "sip:");
    if (parts.userFrom >= 0) {
      Escapes.normalise(key, a, parts.userFrom, parts.userTo, false);
      if (parts.passwordFrom >= 0) {
        key.append(':');
        Escapes.normalise(key, a, parts.passwordFrom, parts.passwordTo, false);
      }
      key.append('@');
    }
    Escapes.normalise(key, a, parts.hostFrom, parts.hostTo, true);
    if (parts.port >= 0) {
      key.append(':').append(parts.port);
    }
    if (parts.parametersFrom < parts.parametersTo) {
      Parameters parameters = new Parameters(a, parts.parametersFrom, parts.parametersTo);
      for (String name : NEVER_IGNORED) {
        Octets value = parameters.octets(name);
        if (value != null || parameters.has(name)) {
          key.append(';').append(name).append('=').append(normalised(value));
        }
      }
    }
    return key.toString();
  }

  /** Whether each parameter that both lists carry has the same value, in any case. */
  static boolean sharedParametersMatch(Parameters left, Parameters right) {
    for (Parameter parameter : left) {
      String name = Escapes.decode(parameter.name());
      if (right.has(name)
          && !normalised(left.octets(name)).equals(normalised(right.octets(name)))) {
        return false;
      }
    }
    return true;
  }

  private static String normalised(@Nullable Octets value) {
    if (value == null) {
      return "";
    }
    StringBuilder text = new StringBuilder(value.length());
    int from = value.offset();
    Escapes.normalise(text, value.array(), from, from + value.length(), true);
    return text.toString().toLowerCase(Locale.ROOT);
  }
}
