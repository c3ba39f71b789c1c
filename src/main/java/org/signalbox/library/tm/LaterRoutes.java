// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import org.jspecify.annotations.Nullable;
import org.signalbox.script.BlockKind;
import org.signalbox.script.RouteKind;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.Route;
import org.signalbox.sip.SipResponse;

/** Runs the routes that a transaction leads to after its request's own (modules.md §2.2). */
final class LaterRoutes {
  static final String BRANCH_FAILURE = "tm:branch-failure";
  static final String LOCAL_RESPONSE = "tm:local-response";
  static final String LOCAL_REQUEST = "tm:local-request";

  private LaterRoutes() {}

  /** A reply as {@code onreply_route} leaves it. */
  record Passed(SipResponse reply, boolean dropped) {}

  /** {@code onreply_route} of the branch. */
  static Passed reply(ResponseContext context, ClientBranch branch, SipResponse response) {
    Route route = armed(context, BlockKind.ONREPLY, branch.replyRoute());
    if (route == null) {
      return new Passed(response, false);
    }
    Frame frame = context.frame(response, RouteKind.TM_REPLY, branch);
    Here.of(frame).code = response.statusCode();
    run(context, route, RouteKind.TM_REPLY, frame);
    SipResponse left = frame.message() instanceof SipResponse changed ? changed : response;
    return new Passed(left, frame.dropped());
  }

  /**
   * {@code failure_route}, once for each reply; true when the winner need not be relayed: answered,
   * or tried again.
   */
  static boolean failure(ResponseContext context, ClientBranch winner) {
    Route route = armed(context, BlockKind.FAILURE, context.wishes().failureRoute);
    context.wishes().failureRoute = null;
    if (route == null || !winner.handleFailure()) {
      return false;
    }
    Frame frame = context.frame(context.relayed(), RouteKind.FAILURE, winner);
    Here here = Here.of(frame);
    here.code = winner.status();
    here.winner = winner.reply();
    run(context, route, RouteKind.FAILURE, frame);
    return context.answered() || context.open() || context.suspended();
  }

  /** {@code event_route[tm:branch-failure:NAME]}. */
  static void branchFailure(ResponseContext context, ClientBranch branch) {
    String name = context.wishes().branchFailureRoute;
    Route route =
        armed(context, BlockKind.EVENT, name == null ? null : BRANCH_FAILURE + ":" + name);
    if (route != null) {
      Frame frame = context.frame(context.relayed(), RouteKind.REQUEST, branch);
      Here.of(frame).code = branch.status();
      run(context, route, RouteKind.REQUEST, frame);
    }
  }

  /** {@code event_route[tm:local-response]}. */
  static void localResponse(ResponseContext context, SipResponse response) {
    Route route = armed(context, BlockKind.EVENT, LOCAL_RESPONSE);
    if (route != null) {
      run(context, route, RouteKind.REQUEST, context.frame(response, RouteKind.REQUEST, null));
    }
  }

  static boolean hearsLocalResponses(ResponseContext context) {
    return armed(context, BlockKind.EVENT, LOCAL_RESPONSE) != null;
  }

  private static @Nullable Route armed(
      ResponseContext context, BlockKind kind, @Nullable String name) {
    return name == null ? null : context.script().route(kind, name).orElse(null);
  }

  private static void run(ResponseContext context, Route route, RouteKind kind, Frame frame) {
    context.script().run(route, kind, frame);
    context.keep(frame);
  }
}
