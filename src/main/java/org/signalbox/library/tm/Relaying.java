// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import org.jspecify.annotations.Nullable;
import org.signalbox.routing.ErrorCodes;
import org.signalbox.routing.NextHops;
import org.signalbox.routing.RequestTarget;
import org.signalbox.script.RouteKind;
import org.signalbox.script.run.Frame;
import org.signalbox.script.transformation.UriText;
import org.signalbox.sip.Method;
import org.signalbox.sip.SipRequest;
import org.signalbox.transaction.ServerTransaction;

/** {@code t_newtran} and {@code t_relay} with what they do to ACK and CANCEL (modules.md §2). */
final class Relaying {
  /** Flags of {@code t_relay_to}. */
  static final int NO_TRYING = 1;

  static final int NO_INTERNAL_REPLY = 2;

  private static final int DONE = 1;
  static final int END = 0;

  private final Tm tm;

  Relaying(Tm tm) {
    this.tm = tm;
  }

  /** Makes the transaction of a request. */
  int create(Frame frame) {
    if (!(frame.message() instanceof SipRequest request)) {
      return TmErrors.FAILED;
    }
    if (Here.of(frame).context != null) {
      tm.log().line(1, "", "transaction already in process");
      return TmErrors.EXISTS;
    }
    if (request.is(Method.ACK)) {
      return TmErrors.FAILED;
    }
    if (UriText.parse(RequestTarget.ruri(frame)) == null) {
      return ErrorCodes.BAD_URI;
    }
    return ResponseContext.open(tm, frame, request) == null ? END : DONE;
  }

  /**
   * Relays a request statefully.
   *
   * @param fixed where to; null: where its URI says
   * @param flags {@link #NO_TRYING}, {@link #NO_INTERNAL_REPLY}
   */
  int relay(Frame frame, NextHops.@Nullable Way fixed, int flags) {
    if (!(frame.message() instanceof SipRequest request)) {
      return TmErrors.FAILED;
    }
    if (frame.kind() == RouteKind.FAILURE) {
      return again(frame, fixed);
    }
    return switch (request.known()) {
      case ACK -> stateless(frame, fixed);
      case CANCEL -> cancel(frame, request, fixed);
      default -> first(frame, request, fixed, flags);
    };
  }

  /** Sends copies of a request whose replies nobody hears; the request is answered here. */
  int replicate(Frame frame, NextHops.@Nullable Way fixed) {
    if (!(frame.message() instanceof SipRequest)) {
      return TmErrors.FAILED;
    }
    Here here = Here.of(frame);
    int created = here.context == null ? create(frame) : DONE;
    ResponseContext context = here.context;
    if (created <= 0 || context == null) {
      return created;
    }
    context.answersItself();
    return Attempt.ofCopies(context, frame, fixed).start();
  }

  private int stateless(Frame frame, NextHops.@Nullable Way fixed) {
    int sent = fixed == null ? tm.forward().send(frame) : tm.forward().send(frame, fixed);
    return sent > 0 ? DONE : sent;
  }

  private int first(Frame frame, SipRequest request, NextHops.@Nullable Way fixed, int flags) {
    Here here = Here.of(frame);
    if (here.context == null) {
      int created = create(frame);
      if (created <= 0) {
        RequestTarget.of(frame).lastError(created);
        return created;
      }
    }
    ResponseContext context = here.context;
    if (context == null) {
      return TmErrors.FAILED;
    }
    if (context.server().cancelled()) {
      return failed(context, frame, ErrorCodes.CANCELLED, flags);
    }
    boolean trying = context.wishes().trying && (flags & NO_TRYING) == 0;
    if (trying && request.is(Method.INVITE) && context.server().lastStatus() == 0) {
      Replies.send(context, frame, 100, tm.settings().tryingReason());
    }
    context.relays(request);
    int sent = new Attempt(context, frame, fixed).start();
    if (sent < 0) {
      return failed(context, frame, sent, flags);
    }
    context.attempted();
    return DONE;
  }

  /** The answer to a failure comes at the end of the script, unless that knows a better one. */
  private static int failed(ResponseContext context, Frame frame, int error, int flags) {
    RequestTarget.of(frame).lastError(error);
    if (context.open() || context.answered()) {
      return error;
    }
    if (!context.wishes().internalReply || (flags & NO_INTERNAL_REPLY) != 0) {
      return TmErrors.NO_INTERNAL_REPLY;
    }
    context.delayError(error);
    return error;
  }

  /** A new attempt in a failure route. */
  private static int again(Frame frame, NextHops.@Nullable Way fixed) {
    ResponseContext context = Here.of(frame).context;
    if (context == null || context.cancelled() || context.answered()) {
      return TmErrors.FAILED;
    }
    int before = context.branches().size();
    if (new Attempt(context, frame, fixed).start() < 0) {
      return TmErrors.FAILED;
    }
    context.forgetEarlier(before);
    context.attempted();
    return DONE;
  }

  private int cancel(Frame frame, SipRequest cancel, NextHops.@Nullable Way fixed) {
    ResponseContext invite = inviteOf(cancel);
    if (invite != null) {
      invite.cancelledBy(cancel);
      return DONE;
    }
    return switch (tm.settings().unmatchedCancel()) {
      case 1 -> stateless(frame, fixed);
      case 2 -> DONE;
      default -> first(frame, cancel, fixed, 0);
    };
  }

  /** The context of the INVITE that a CANCEL is for; null when this module does not answer it. */
  @Nullable ResponseContext inviteOf(SipRequest cancel) {
    ServerTransaction invite = tm.transactions().inviteOf(cancel);
    return invite != null && invite.attachment() instanceof ResponseContext context
        ? context
        : null;
  }

  /** {@code t_relay_cancel}: 0 when it was for a known INVITE, 1 to go on. */
  int relayCancel(Frame frame) {
    if (!(frame.message() instanceof SipRequest cancel) || !cancel.is(Method.CANCEL)) {
      return DONE;
    }
    ResponseContext invite = inviteOf(cancel);
    if (invite == null) {
      return DONE;
    }
    invite.cancelledBy(cancel);
    return END;
  }
}
