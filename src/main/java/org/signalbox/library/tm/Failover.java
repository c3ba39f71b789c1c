// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.signalbox.routing.RequestTarget;
import org.signalbox.script.RouteKind;
import org.signalbox.script.run.Frame;
import org.signalbox.sip.MessageEdits;
import org.signalbox.sip.SipRequest;
import org.signalbox.transaction.Dispatch;
import org.signalbox.transport.Destination;

/**
 * The further addresses of a branch: the next is tried when one is silent, cannot be reached, or
 * answers 503 (RFC 3263 §4.3, {@code use_dns_failover}). No route of the script hears of it.
 *
 * @param dispatch what was sent
 * @param rest where it can still be sent to
 */
record Failover(Dispatch dispatch, List<Destination> rest) {

  /** The addresses behind the first; null when there are none. */
  static @Nullable Failover of(Dispatch dispatch, List<Destination> others) {
    return others.isEmpty() ? null : new Failover(dispatch, others);
  }

  /**
   * Sends what a branch has sent to its next address, in a new branch.
   *
   * @return false when there is none, or nobody waits for its answer any more
   */
  static boolean next(ResponseContext context, ClientBranch failed) {
    Failover failover = failed.failover();
    if (failover == null || failed.cancelled() || context.cancelled() || context.answered()) {
      return false;
    }
    for (int i = 0; i < failover.rest().size(); i++) {
      List<Destination> rest = failover.rest().subList(i + 1, failover.rest().size());
      if (failover.sent(context, failed, failover.rest().get(i), rest)) {
        failed.forget();
        return true;
      }
    }
    return false;
  }

  private boolean sent(
      ResponseContext context, ClientBranch failed, Destination to, List<Destination> others) {
    Tm tm = context.tm();
    List<ClientBranch> all = context.branches();
    if (all.size() >= tm.style().globals().integer("max_branches")) {
      return false;
    }
    ClientBranch next = new ClientBranch(context, all.size(), failed.target(), failed.replyRoute());
    Destination destination = destination(context, next, to);
    if (destination == null) {
      return false;
    }
    Dispatch again = dispatch.withDestination(destination);
    next.goingTo(failed.uri(), destination);
    next.failover(of(again, others));
    context.add(next);
    next.sent(tm.transactions().send(again, next));
    if (next.unsent()) {
      context.remove(next);
      return false;
    }
    return true;
  }

  /** Where it leaves to; null when it is listed, or {@code onsend_route} does not let it. */
  private @Nullable Destination destination(
      ResponseContext context, ClientBranch next, Destination to) {
    if (context.tm().hops().blocklist().has(to)) {
      return null;
    }
    Frame frame = context.frame(dispatch.request(), RouteKind.BRANCH, next);
    RequestTarget.keep(frame, next.target());
    SipRequest request = dispatch.request();
    MessageEdits edits = Objects.requireNonNullElseGet(dispatch.edits(), request::edits);
    return context.tm().forward().settled(frame, request, edits, to);
  }
}
