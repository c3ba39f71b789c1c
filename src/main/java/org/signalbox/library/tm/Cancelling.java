// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import java.util.List;
import org.signalbox.sip.Header;
import org.signalbox.sip.Method;
import org.signalbox.sip.ResponseBuilder;
import org.signalbox.sip.SipRequest;
import org.signalbox.transaction.Admission;
import org.signalbox.transaction.ClientTransaction;
import org.signalbox.transaction.ServerTransaction;

/** CANCEL in both directions (RFC 3261 §9, §16.10; modules.md §2.3). In the turn of its context. */
final class Cancelling {
  private static final int TERMINATED = 487;

  private Cancelling() {}

  /** A client cancels: it is answered, and every branch that is open is cancelled. */
  static void all(ResponseContext context, SipRequest cancel) {
    boolean late = context.answered();
    answer(context.tm(), cancel, context.request(), !late && context.open());
    if (late) {
      return;
    }
    context.markCancelled();
    boolean open = context.open();
    String reason = context.wishes().passedReason ? reasons(cancel) : "";
    for (ClientBranch branch : List.copyOf(context.branches())) {
      stop(context, branch, reason);
    }
    if (open) {
      ResponseProcessing.decide(context);
    } else {
      context.closed();
      Replies.local(context, TERMINATED, "Request canceled");
    }
  }

  private static void answer(Tm tm, SipRequest cancel, SipRequest invite, boolean open) {
    String reason = open ? "canceling" : "ok -- no more pending branches";
    ResponseBuilder ok =
        ResponseBuilder.to(cancel, 200, reason).toTag(tm.transactions().toTag(invite));
    Admission admission = tm.transactions().newServerTransaction(cancel);
    if (admission instanceof ServerTransaction transaction) {
      transaction.reply(ok);
    }
  }

  private static String reasons(SipRequest cancel) {
    StringBuilder lines = new StringBuilder();
    for (Header header : cancel.headers("Reason")) {
      lines.append("Reason: ").append(header.value()).append("\r\n");
    }
    return lines.toString();
  }

  /** Every open branch but one. */
  static void others(ResponseContext context, ClientBranch but, String reason) {
    if (!context.request().is(Method.INVITE)) {
      return;
    }
    String line = context.tm().settings().localReason() ? "Reason: " + reason + "\r\n" : "";
    for (ClientBranch branch : List.copyOf(context.branches())) {
      if (branch != but) {
        stop(context, branch, line);
      }
    }
  }

  /** Every open branch, before this server answers itself. */
  static void open(ResponseContext context) {
    if (context.request().is(Method.INVITE)) {
      context.branches().forEach(branch -> stop(context, branch, ""));
    }
  }

  /** One branch, in the way that cancel_b_method says. */
  static void stop(ResponseContext context, ClientBranch branch, String headers) {
    ClientTransaction transaction = branch.transaction();
    if (transaction == null || !branch.open()) {
      return;
    }
    int method = branch.provisional() > 0 ? 1 : context.tm().settings().cancelBranches();
    switch (method) {
      case 0 -> {
        transaction.abandon();
        branch.endedLocally(TERMINATED);
      }
      case 2 -> transaction.cancelAtOnce(headers);
      default -> transaction.cancel(headers);
    }
  }

  /** Sends the CANCEL of a branch that has been given up already. */
  static void cancel(ClientBranch branch, String headers) {
    ClientTransaction transaction = branch.transaction();
    if (transaction != null) {
      transaction.cancel(headers);
    }
  }
}
