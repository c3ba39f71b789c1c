// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.CSeq;
import org.signalbox.sip.Method;
import org.signalbox.sip.Octets;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.Via;

/** How a request finds its server transaction: RFC 3261 §17.2.3, for peers of RFC 2543 too. */
final class RequestKey {

  private RequestKey() {}

  /**
   * The same for a request, its retransmissions, its CANCEL and the ACK of its negative reply. Also
   * makes the request keep what {@link #matches} reads, before other threads ask for it.
   */
  static int hash(SipRequest request) {
    Via via = request.topVia();
    Octets branch = via == null ? null : unique(via);
    if (branch != null) {
      return branch.hashCode();
    }
    return 31 * Objects.hash(request.callIdOctets(), request.fromTag())
        + Long.hashCode(number(request));
  }

  /**
   * Whether {@code other} belongs to the transaction that {@code own} began.
   *
   * @param replyToTag the To tag of its last reply; only the ACK of a peer of RFC 2543 is matched
   *     by it
   */
  static boolean matches(
      SipRequest own, SipRequest other, Transaction.Lookup as, @Nullable String replyToTag) {
    boolean methods =
        as == Transaction.Lookup.INVITE
            ? own.is(Method.INVITE)
            : own.method().equals(other.method());
    Via mine = own.topVia();
    Via theirs = other.topVia();
    if (!methods || mine == null || theirs == null) {
      return false;
    }
    Octets branch = unique(mine);
    if (branch == null) {
      return unique(theirs) == null
          && sameCall(own, other)
          && Objects.equals(other.toTag(), other.is(Method.ACK) ? replyToTag : own.toTag())
          && mine.equals(theirs);
    }
    return Objects.equals(branch, unique(theirs)) && sameSender(mine, theirs);
  }

  /** Whether a request comes from a peer of RFC 2543, whose branch is no key. */
  static boolean old(SipRequest request) {
    Via via = request.topVia();
    return via == null || unique(via) == null;
  }

  /** The branch that alone is the key; null when it promises nothing. */
  private static @Nullable Octets unique(Via via) {
    Octets branch = via.hasCookie() ? via.branchOctets() : null;
    return branch == null || branch.length() <= Via.COOKIE.length() ? null : branch;
  }

  private static boolean sameSender(Via mine, Via theirs) {
    return mine.sentBy().equals(theirs.sentBy())
        || (mine.host().equalsIgnoreCase(theirs.host())
            && mine.portOrDefault() == theirs.portOrDefault());
  }

  private static boolean sameCall(SipRequest own, SipRequest other) {
    return number(own) == number(other)
        && Objects.equals(own.callIdOctets(), other.callIdOctets())
        && own.requestUriOctets().equals(other.requestUriOctets())
        && Objects.equals(own.fromTag(), other.fromTag());
  }

  private static long number(SipRequest request) {
    CSeq cseq = request.cseq();
    return cseq == null ? -1 : cseq.number();
  }
}
