// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.textops;

import java.util.Locale;
import java.util.Set;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.sip.Header;
import org.signalbox.sip.HeaderType;
import org.signalbox.sip.SipMessage;

/** {@code is_privacy("id")}: whether Privacy names a value (RFC 3323 §4.2). */
final class Privacy {
  private static final Set<String> VALUES =
      Set.of("header", "session", "user", "none", "critical", "id", "history");

  private Privacy() {}

  static FunctionCall asksFor(Arguments arguments) {
    String wanted = arguments.constant(0).strip().toLowerCase(Locale.ROOT);
    if (!VALUES.contains(wanted)) {
      throw new Unresolvable("'" + wanted + "' is no privacy value");
    }
    return frame -> names(frame.message(), wanted) ? 1 : -1;
  }

  private static boolean names(SipMessage message, String wanted) {
    for (Header header : message.headers(HeaderType.PRIVACY)) {
      for (String value : header.value().split("[;,]", -1)) {
        if (value.strip().equalsIgnoreCase(wanted)) {
          return true;
        }
      }
    }
    return false;
  }
}
