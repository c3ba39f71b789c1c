// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.sl;

import org.jspecify.annotations.Nullable;
import org.signalbox.module.Port;
import org.signalbox.routing.StrayReplies;
import org.signalbox.script.WireText;
import org.signalbox.script.run.Frame;
import org.signalbox.sip.MessageEdits;
import org.signalbox.sip.Octets;
import org.signalbox.sip.SipResponse;

/** Passes a reply on without a transaction, with another status if the script wants one. */
final class ForwardedReply {
  private static final int SENT = 1;
  private static final int NOT_SENT = -1;

  private final Port<StrayReplies> strays;

  ForwardedReply(Port<StrayReplies> strays) {
    this.strays = strays;
  }

  /** To whom the second Via names; -1 without one. */
  int send(Frame frame) {
    return frame.message() instanceof SipResponse reply && strays.get().pass(reply)
        ? SENT
        : NOT_SENT;
  }

  int send(Frame frame, String code) {
    return send(frame, code, "");
  }

  /**
   * The same with another status.
   *
   * @param code three digits, the first one that of the reply
   * @param reason empty for that of the reply
   */
  int send(Frame frame, String code, String reason) {
    if (!(frame.message() instanceof SipResponse reply)) {
      return NOT_SENT;
    }
    if (code.length() != 3) {
      frame.error("invalid reply code value " + code);
      return NOT_SENT;
    }
    if (!code.chars().allMatch(c -> c >= '0' && c <= '9')
        || code.charAt(0) - '0' != reply.statusClass()) {
      frame.error("reply code class cannot be changed");
      return NOT_SENT;
    }
    String phrase = reason.isEmpty() ? reply.reason() : WireText.decoded(reason);
    SipResponse changed = with(reply, Integer.parseInt(code), phrase);
    return changed != null && strays.get().pass(changed) ? SENT : NOT_SENT;
  }

  /** A copy; the reply itself goes on as it was. */
  private static @Nullable SipResponse with(SipResponse reply, int code, String reason) {
    Octets status = reply.statusOctets();
    int from = status.offset();
    int to = from + status.length();
    MessageEdits edits = reply.edits();
    String before = edits.replacement(from, to);
    edits.status(code, reason);
    SipResponse changed = reply.applied() instanceof SipResponse applied ? applied : null;
    edits.replace(from, to, before == null ? status.toString() : before);
    return changed;
  }
}
