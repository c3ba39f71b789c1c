// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

import org.jspecify.annotations.Nullable;
import org.signalbox.sip.CSeq;
import org.signalbox.sip.SipMessage;

/** What a 2xx and its ACK have in common (RFC 3261 §13.2.2.4). */
record AckKey(
    @Nullable String callId, long number, @Nullable String fromTag, @Nullable String toTag) {

  static AckKey of(SipMessage message) {
    CSeq cseq = message.cseq();
    return new AckKey(
        message.callId(), cseq == null ? -1 : cseq.number(), message.fromTag(), message.toTag());
  }
}
