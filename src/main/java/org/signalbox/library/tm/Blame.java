// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import java.time.Duration;
import java.util.Objects;
import org.signalbox.routing.Blocklist;
import org.signalbox.sip.HeaderType;
import org.signalbox.sip.Method;
import org.signalbox.sip.SipResponse;
import org.signalbox.transport.Destination;

/**
 * Lists the addresses of branches that fail (runtime.md §9).
 *
 * @param methods whose silence counts, a bit each ({@code blst_methods_add})
 * @param unavailable whether a 503 counts ({@code blst_503})
 * @param usual seconds for a 503 that does not say how many; 0 for not at all
 * @param least seconds for any other
 * @param most seconds for any other
 */
record Blame(long methods, boolean unavailable, long usual, long least, long most) {
  /** Nothing could be sent there. */
  void unsent(Blocklist list, Destination to) {
    boolean stream = to.protocol().reliable();
    list.add(to, Blocklist.UNSENT | (stream ? Blocklist.UNCONNECTED : 0));
  }

  /** Nobody has answered. */
  void silent(Blocklist list, Destination to, Method method) {
    if (method.in(methods)) {
      list.add(to, Blocklist.SILENT);
    }
  }

  /** The answer was 503. */
  void unavailable(Blocklist list, Destination to, SipResponse reply) {
    long asked = retryAfter(reply);
    long seconds = asked > 0 ? Math.max(least, Math.min(most, asked)) : usual;
    if (unavailable && seconds > 0) {
      list.add(to, Blocklist.UNAVAILABLE, Duration.ofSeconds(seconds));
    }
  }

  private static long retryAfter(SipResponse reply) {
    String value = Objects.requireNonNullElse(reply.value(HeaderType.RETRY_AFTER), "");
    int end = 0;
    while (end < value.length() && end < 9 && Character.isDigit(value.charAt(end))) {
      end++;
    }
    return end == 0 ? 0 : Long.parseLong(value.substring(0, end));
  }
}
