// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.routing.Branch;
import org.signalbox.routing.ErrorCodes;
import org.signalbox.routing.NextHops;
import org.signalbox.routing.ReplyAdditions;
import org.signalbox.routing.RequestTarget;
import org.signalbox.routing.StatelessForward;
import org.signalbox.script.BlockKind;
import org.signalbox.script.RouteKind;
import org.signalbox.script.WireText;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.Route;
import org.signalbox.sip.MessageEdits;
import org.signalbox.sip.ReplyEdits;
import org.signalbox.sip.SipRequest;
import org.signalbox.transaction.Dispatch;
import org.signalbox.transport.Destination;

/** One attempt to relay a request: a branch to each of its targets (RFC 3261 §16.6). */
final class Attempt {
  private final ResponseContext context;
  private final Frame frame;
  private final NextHops.@Nullable Way fixed;
  private final boolean copies;

  /**
   * @param frame of the route that relays
   * @param fixed where all branches go; null: where their URIs say
   */
  Attempt(ResponseContext context, Frame frame, NextHops.@Nullable Way fixed) {
    this(context, frame, fixed, false);
  }

  private Attempt(
      ResponseContext context, Frame frame, NextHops.@Nullable Way fixed, boolean copies) {
    this.context = context;
    this.frame = frame;
    this.fixed = fixed;
    this.copies = copies;
  }

  /** One whose replies nobody hears. */
  static Attempt ofCopies(ResponseContext context, Frame frame, NextHops.@Nullable Way fixed) {
    return new Attempt(context, frame, fixed, true);
  }

  /** Sends them: 1 when at least one has left, else why the last one has not. */
  int start() {
    RequestTarget main = RequestTarget.of(frame);
    List<RequestTarget> targets = targets(main);
    if (targets.isEmpty()) {
      frame.error("no branches for forwarding");
      return TmErrors.FAILED;
    }
    boolean sent = false;
    int error = TmErrors.NO_BRANCH;
    for (RequestTarget target : targets) {
      int outcome = send(target);
      sent |= outcome > 0;
      error = outcome < 0 ? outcome : error;
    }
    context.wishes().branchRoute = null;
    main.branches().clear();
    main.used(true);
    return sent ? 1 : error;
  }

  private static List<RequestTarget> targets(RequestTarget main) {
    List<RequestTarget> all = new ArrayList<>(1 + main.branches().size());
    if (!main.used()) {
      all.add(main.copy());
    }
    for (Branch branch : main.branches()) {
      all.add(main.copy().towards(branch));
    }
    return all;
  }

  private int send(RequestTarget target) {
    List<ClientBranch> all = context.branches();
    if (all.size() >= context.tm().style().globals().integer("max_branches")) {
      frame.error("max nr of branches exceeded");
      return TmErrors.FAILED;
    }
    ClientBranch branch =
        new ClientBranch(context, all.size(), target, context.wishes().replyRoute);
    Frame own = prepared(branch);
    if (own.dropped()) {
      return TmErrors.NO_BRANCH;
    }
    NextHops.Way way = fixed == null ? context.tm().hops().of(own) : fixed;
    if (way instanceof NextHops.Way.Nowhere nowhere) {
      return nowhere.code();
    }
    return way instanceof NextHops.Way.To to ? send(branch, own, to) : TmErrors.FAILED;
  }

  /** The frame of a branch after its branch route. */
  private Frame prepared(ClientBranch branch) {
    String name = context.wishes().branchRoute;
    Route route = name == null ? null : frame.script().route(BlockKind.BRANCH, name).orElse(null);
    if (route == null && !branch.target().further()) {
      return frame;
    }
    SipRequest request = (SipRequest) frame.message();
    SipRequest copy = route == null ? request : request.forBranch();
    Frame own = new Frame(frame.script(), copy, RouteKind.BRANCH);
    own.restore(frame.save());
    RequestTarget.keep(own, branch.target());
    if (route != null) {
      ReplyAdditions.keep(own, new ReplyEdits());
      Here.begin(own, context).branch = branch;
      frame.script().run(route, RouteKind.BRANCH, own);
      takeOver(own);
    }
    return own;
  }

  /** What the branch route has left for everybody: not where it goes, nor where it stands. */
  private void takeOver(Frame own) {
    Here here = Here.of(frame);
    RequestTarget main = RequestTarget.of(frame);
    ReplyEdits replies = ReplyAdditions.of(frame);
    frame.restore(own.save());
    here.in(frame);
    RequestTarget.keep(frame, main);
    ReplyAdditions.keep(frame, replies);
  }

  private int send(ClientBranch branch, Frame own, NextHops.Way.To to) {
    SipRequest request = (SipRequest) own.message();
    MessageEdits edits = StatelessForward.edits(own, request);
    String path = branch.target().path();
    if (path != null) {
      edits.insertHeader("Route: " + WireText.decoded(path), "Route");
    }
    Destination destination = context.tm().forward().settled(own, request, edits, to.destination());
    if (destination == null) {
      return ErrorCodes.UNSENDABLE;
    }
    branch.goingTo(RequestTarget.ruri(own), destination);
    Dispatch dispatch =
        new Dispatch(
            request,
            edits,
            destination,
            null,
            branch.target().viaParameters(),
            context.wishes().timers());
    return (copies ? copied(dispatch) : sent(branch, dispatch, to.others()))
        ? 1
        : ErrorCodes.UNSENDABLE;
  }

  private boolean sent(ClientBranch branch, Dispatch dispatch, List<Destination> others) {
    branch.failover(Failover.of(dispatch, others));
    context.add(branch);
    branch.sent(context.tm().transactions().send(dispatch, branch));
    if (branch.unsent()) {
      context.remove(branch);
    }
    return !branch.unsent() || Failover.next(context, branch);
  }

  private boolean copied(Dispatch dispatch) {
    Replica replica = new Replica();
    context.tm().transactions().send(dispatch, replica);
    return !replica.unsent();
  }
}
