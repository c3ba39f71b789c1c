// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.sl;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.signalbox.routing.ErrorCodes;
import org.signalbox.routing.ReplyAdditions;
import org.signalbox.routing.RequestTarget;
import org.signalbox.routing.Routing;
import org.signalbox.routing.StatelessReplies;
import org.signalbox.rpc.RpcCall;
import org.signalbox.script.BlockKind;
import org.signalbox.script.run.Frame;
import org.signalbox.sip.Method;
import org.signalbox.sip.ResponseBuilder;
import org.signalbox.sip.SipRequest;
import org.signalbox.transaction.TransactionLayer;

/** Answers requests and keeps nothing of them (RFC 3261 §8.2.7, modules.md §1). Thread-safe. */
final class StatelessReply implements StatelessReplies {
  static final String EVENT = "sl:local-response";

  private static final int SENT = 1;
  private static final int NOT_SENT = -1;

  private @Nullable Ports ports;

  /** What it works with. */
  record Ports(
      Routing routing,
      TransactionLayer transactions,
      ReplyAdditions.Style style,
      AckFilter filter,
      ReplyCounters counters) {}

  void start(Ports given) {
    ports = given;
  }

  void stop() {
    Ports known = ports;
    if (known != null) {
      known.counters().remove();
    }
  }

  /** Sends a reply to the request of a frame: 1, or -1 where there is none to answer. */
  @Override
  public int reply(Frame frame, int code, String reason) {
    Ports known = Objects.requireNonNull(ports, "replies before the start");
    if (!(frame.message() instanceof SipRequest request)
        || request.local()
        || request.is(Method.ACK)
        || code < 100
        || code > 699) {
      known.counters().failed();
      return NOT_SENT;
    }
    String tag = known.transactions().toTag(request);
    ResponseBuilder reply = ReplyAdditions.reply(frame, request, code, reason, known.style(), tag);
    if (code >= 200 && request.is(Method.INVITE)) {
      known.filter().expectAck();
    }
    known.transactions().replyStatelessly(request, reply);
    known.counters().sent(code);
    if (known.routing().has(BlockKind.EVENT, EVENT)) {
      known.routing().event(EVENT, reply.build());
    }
    return SENT;
  }

  /** Answers what went wrong last (modules.md §1). */
  int error(Frame frame) {
    int last = RequestTarget.of(frame).lastError();
    int sent = reply(frame, ErrorCodes.status(last), ErrorCodes.reason(last, "SL"));
    if (sent == SENT && ports != null) {
      ports.counters().error();
    }
    return sent;
  }

  /** {@code sl.stats}. */
  void statistics(RpcCall call) {
    Objects.requireNonNull(ports, "commands before the start").counters().describe(call.struct());
  }

  @Override
  public void sentElsewhere(int code) {
    Ports known = ports;
    if (known != null) {
      known.counters().sent(code);
    }
  }
}
