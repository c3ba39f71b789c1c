// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import static org.signalbox.module.Functions.REQUEST;
import static org.signalbox.module.Functions.REQUEST_FAILURE_REPLY;
import static org.signalbox.script.FunctionSignature.ParameterKind.INTEGER;
import static org.signalbox.script.FunctionSignature.ParameterKind.TEXT;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Functions;
import org.signalbox.routing.ErrorCodes;
import org.signalbox.routing.RequestTarget;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.ScriptFunction;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.sip.SipRequest;

/** Functions that answer the request of a transaction, or end it without an answer. */
final class ReplyFunctions {
  private final TmPorts ports;

  ReplyFunctions(TmPorts ports) {
    this.ports = ports;
  }

  List<ScriptFunction> all() {
    return List.of(
        Functions.of("t_reply", REQUEST_FAILURE_REPLY, this::reply, INTEGER, TEXT),
        Functions.of("t_send_reply", REQUEST_FAILURE_REPLY, this::sendReply, INTEGER, TEXT),
        Functions.of("t_reply_error", REQUEST_FAILURE_REPLY, arguments -> ReplyFunctions::error),
        Functions.of("t_retransmit_reply", REQUEST, arguments -> ReplyFunctions::retransmit),
        Functions.of("t_release", REQUEST, arguments -> ReplyFunctions::release));
  }

  private FunctionCall reply(Arguments arguments) {
    Arguments.IntegerArgument code = arguments.integer(0);
    Arguments.TextArgument reason = arguments.text(1);
    return frame -> reply(frame, code(code.value(frame, 0)), reason(reason.value(frame)));
  }

  /** What {@code t_reply} does. */
  static int reply(Frame frame, int code, String reason) {
    ResponseContext context = Here.of(frame).context;
    return context == null ? TmErrors.FAILED : Replies.send(context, frame, code, reason);
  }

  private FunctionCall sendReply(Arguments arguments) {
    FunctionCall reply = reply(arguments);
    return frame -> {
      if (Here.of(frame).context == null && frame.message() instanceof SipRequest) {
        int created = ports.relaying().create(frame);
        if (created <= 0) {
          return created;
        }
      }
      return reply.run(frame);
    };
  }

  private static int error(Frame frame) {
    int last = RequestTarget.of(frame).lastError();
    int error = last == 0 ? TmErrors.FAILED : last;
    return reply(frame, ErrorCodes.status(error), ErrorCodes.reason(error, "TM"));
  }

  private static int retransmit(Frame frame) {
    ResponseContext context = Here.of(frame).context;
    return context != null && context.server().repeatReply() ? 1 : TmErrors.FAILED;
  }

  private static int release(Frame frame) {
    ResponseContext context = Here.of(frame).context;
    if (context != null) {
      context.release();
    }
    return 1;
  }

  private int code(long wanted) {
    long code = wanted > 0 ? wanted : ports.parameters().value(TmParameters.DEFAULT_CODE);
    return (int) code;
  }

  private String reason(@Nullable String wanted) {
    return wanted == null ? ports.parameters().value(TmParameters.DEFAULT_REASON) : wanted;
  }
}
