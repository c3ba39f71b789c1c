// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import org.signalbox.routing.ErrorCodes;
import org.signalbox.sip.SipResponse;
import org.signalbox.transaction.ClientFailure;
import org.signalbox.transport.Destination;

/** What becomes of what branches tell (RFC 3261 §16.7). In the turn of their context. */
final class ResponseProcessing {
  private ResponseProcessing() {}

  static void provisional(ResponseContext context, ClientBranch branch, SipResponse response) {
    context.tm().counters().received();
    int code = response.statusCode();
    branch.ringing(code);
    LaterRoutes.Passed passed = LaterRoutes.reply(context, branch, response);
    boolean wanted = !passed.dropped() && (code > 100 || context.tm().settings().relay100());
    if (wanted && !context.answered() && !branch.cancelled()) {
      context.server().relay(passed.reply());
      context.tm().counters().relayed(code);
    }
  }

  static void answered(ResponseContext context, ClientBranch branch, SipResponse received) {
    context.tm().counters().received();
    boolean again = branch.status() / 100 == 2;
    boolean late = !branch.open() && !again;
    branch.ended(received);
    SipResponse response = LaterRoutes.reply(context, branch, received).reply();
    branch.ended(response);
    if (response.statusClass() == 2) {
      accepted(context, branch, response, again);
    } else if (!late
        && !context.answered()
        && !(response.statusCode() == 503 && unavailable(context, branch, response))) {
      refused(context, branch, response);
    }
  }

  /** Whether a 503 is not the end of it. */
  private static boolean unavailable(
      ResponseContext context, ClientBranch branch, SipResponse response) {
    Tm tm = context.tm();
    Destination to = branch.destination();
    if (to != null) {
      tm.settings().blame().unavailable(tm.hops().blocklist(), to, response);
    }
    return Failover.next(context, branch);
  }

  private static void accepted(
      ResponseContext context, ClientBranch branch, SipResponse response, boolean again) {
    if (!context.invite() && context.answered()) {
      return;
    }
    context.server().relay(response);
    if (!again) {
      context.tm().counters().relayed(response.statusCode());
      context.closed();
      Cancelling.others(context, branch, "SIP;cause=200;text=\"Call completed elsewhere\"");
    }
  }

  private static void refused(ResponseContext context, ClientBranch branch, SipResponse response) {
    if (response.statusClass() == 6 && context.wishes().sixCancels) {
      Cancelling.others(context, branch, "SIP;cause=603");
    }
    LaterRoutes.branchFailure(context, branch);
    decide(context);
  }

  static void failed(ResponseContext context, ClientBranch branch, ClientFailure failure) {
    if (!context.branches().contains(branch) || !branch.open()) {
      return;
    }
    Tm tm = context.tm();
    boolean timedOut = failure instanceof ClientFailure.TimedOut;
    branch.endedLocally(timedOut ? tm.settings().timeoutCode() : -ErrorCodes.UNSENDABLE);
    if (branch.provisional() == 0) {
      Destination to = branch.destination();
      if (timedOut && to != null) {
        tm.settings().blame().silent(tm.hops().blocklist(), to, context.request().known());
      }
      if (Failover.next(context, branch)) {
        return;
      }
    }
    LaterRoutes.branchFailure(context, branch);
    decide(context);
    if (timedOut && branch.provisional() > 0) {
      Cancelling.cancel(branch, "");
    }
  }

  /** Answers when no branch is open any more, unless a failure route knows better. */
  static void decide(ResponseContext context) {
    ClientBranch winner =
        context.answered() || context.open() || context.suspended()
            ? null
            : Winner.of(context.branches(), context.tm().settings().fakedReplyPriority());
    if (winner == null || LaterRoutes.failure(context, winner)) {
      return;
    }
    context.closed();
    Replies.winner(context, winner);
  }
}
