// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import java.util.List;
import org.signalbox.routing.ErrorCodes;
import org.signalbox.routing.ReplyAdditions;
import org.signalbox.script.RouteKind;
import org.signalbox.script.run.Frame;
import org.signalbox.sip.Header;
import org.signalbox.sip.ResponseBuilder;
import org.signalbox.sip.SipResponse;

/** Replies in a transaction: those of the script, of this server, and the one that won. */
final class Replies {
  private static final int SENT = 1;
  private static final int NOT_SENT = -1;
  private static final List<String> CHALLENGES = List.of("WWW-Authenticate", "Proxy-Authenticate");

  private Replies() {}

  /** What {@code t_reply} does: 1, or less than 0 why not. */
  static int send(ResponseContext context, Frame frame, int code, String reason) {
    if (context.answered() || code < 100 || code > 699) {
      return NOT_SENT;
    }
    ResponseBuilder reply =
        ReplyAdditions.reply(
            frame,
            context.request(),
            code,
            reason,
            context.tm().style(),
            context.tm().transactions().toTag(context.request()));
    boolean heard = LaterRoutes.hearsLocalResponses(context);
    boolean acknowledged = context.invite() && code / 100 == 2;
    SipResponse built = heard || acknowledged ? reply.build() : null;
    if (code >= 200) {
      context.closed();
    }
    boolean sent =
        built == null
            ? context.server().reply(reply)
            : acknowledged
                ? context.server().replyUntilAcknowledged(built)
                : context.server().reply(built);
    if (!sent) {
      return NOT_SENT;
    }
    context.tm().counters().generated(code);
    if (code >= 200) {
      Cancelling.open(context);
    }
    if (heard && built != null) {
      LaterRoutes.localResponse(context, built);
    }
    return SENT;
  }

  /** A reply of this server's own. */
  static void local(ResponseContext context, int code, String reason) {
    send(context, context.frame(context.request(), RouteKind.FAILURE, null), code, reason);
  }

  /** Answers what went wrong with relaying. */
  static void error(ResponseContext context, Frame frame, int error) {
    context.delayError(0);
    send(context, frame, ErrorCodes.status(error), ErrorCodes.reason(error, "TM"));
  }

  /** The reply that goes upstream when all branches have failed. */
  static void winner(ResponseContext context, ClientBranch winner) {
    SipResponse reply = winner.reply();
    if (reply == null) {
      madeUp(context, winner);
      return;
    }
    int code = reply.statusCode();
    if (code == 503 && context.tm().settings().remap503()) {
      reply.edits().status(500, "Service Unavailable");
      code = 500;
    }
    if ((code == 401 || code == 407) && context.tm().settings().aggregateChallenges()) {
      addChallenges(context, winner, reply);
    }
    context.server().relay(reply);
    context.tm().counters().relayed(code);
  }

  private static void madeUp(ResponseContext context, ClientBranch winner) {
    TmSettings settings = context.tm().settings();
    if (context.cancelled() || winner.status() == 487) {
      local(context, 487, "Request Terminated");
    } else if (winner.timedOut()) {
      local(context, settings.timeoutCode(), settings.timeoutReason());
    } else {
      local(context, winner.status(), ErrorCodes.reason(-winner.status(), "TM"));
    }
  }

  /** RFC 3261 §16.7, step 7: the caller may know the password of any of them. */
  private static void addChallenges(
      ResponseContext context, ClientBranch winner, SipResponse reply) {
    for (ClientBranch branch : context.branches()) {
      SipResponse other = branch.reply();
      boolean asks = branch.status() == 401 || branch.status() == 407;
      if (branch == winner || branch.forgotten() || other == null || !asks) {
        continue;
      }
      for (String name : CHALLENGES) {
        for (Header header : other.headers(name)) {
          reply.edits().appendHeader(header.line().toString());
        }
      }
    }
  }
}
