// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import static org.signalbox.module.Functions.REQUEST;
import static org.signalbox.script.FunctionSignature.ParameterKind.INTEGER;
import static org.signalbox.script.FunctionSignature.ParameterKind.REGEX;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.signalbox.module.Functions;
import org.signalbox.routing.RequestTarget;
import org.signalbox.script.RouteKind;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.ScriptFunction;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.sip.Method;
import org.signalbox.sip.SipRequest;

/** Functions that ask about a transaction. */
final class StatusFunctions {
  private static final Set<RouteKind> CHECKED =
      Set.of(RouteKind.REQUEST, RouteKind.CORE_REPLY, RouteKind.TM_REPLY, RouteKind.BRANCH);
  private static final Set<RouteKind> ENDED = Set.of(RouteKind.REQUEST, RouteKind.FAILURE);
  private static final Set<RouteKind> ALL =
      Set.of(
          RouteKind.REQUEST,
          RouteKind.FAILURE,
          RouteKind.CORE_REPLY,
          RouteKind.TM_REPLY,
          RouteKind.BRANCH);

  private final TmPorts ports;

  StatusFunctions(TmPorts ports) {
    this.ports = ports;
  }

  List<ScriptFunction> all() {
    return List.of(
        Functions.of("t_check_trans", CHECKED, arguments -> this::checkTransaction),
        Functions.of("t_lookup_request", REQUEST, asking(frame -> true)),
        Functions.of("t_lookup_cancel", REQUEST, arguments -> frame -> lookupCancel(frame, 0)),
        Functions.of("t_lookup_cancel", REQUEST, this::lookupCancel, INTEGER),
        Functions.of("t_check_status", ALL, this::checkStatus, REGEX),
        Functions.of("t_get_status_code", ALL, arguments -> StatusFunctions::statusCode),
        Functions.of("t_grep_status", ALL, this::grepStatus, INTEGER),
        Functions.of("t_branch_timeout", ENDED, branch(ClientBranch::timedOut)),
        Functions.of("t_branch_replied", ENDED, branch(ClientBranch::replied)),
        Functions.of("t_any_timeout", ALL, any(ClientBranch::timedOut)),
        Functions.of("t_any_replied", ALL, any(ClientBranch::replied)),
        Functions.of("t_is_canceled", ALL, asking(frame -> of(frame).server().cancelled())),
        Functions.of("t_is_expired", ALL, asking(frame -> of(frame).outlived())));
  }

  /** Asks the transaction of a frame; without one the answer is no. */
  private static ScriptFunction.Preparation asking(Predicate<Frame> question) {
    return arguments ->
        frame -> Here.of(frame).context != null && question.test(frame) ? 1 : TmErrors.FAILED;
  }

  private static ScriptFunction.Preparation branch(Predicate<ClientBranch> question) {
    return arguments ->
        frame -> {
          ClientBranch branch = Here.of(frame).branch;
          return branch != null && question.test(branch) ? 1 : TmErrors.FAILED;
        };
  }

  private static ScriptFunction.Preparation any(Predicate<ClientBranch> question) {
    return asking(frame -> of(frame).branches().stream().anyMatch(question));
  }

  private static ResponseContext of(Frame frame) {
    ResponseContext context = Here.of(frame).context;
    if (context == null) {
      throw new IllegalStateException("asked without a transaction");
    }
    return context;
  }

  /** Repetitions and the ACK of a negative reply end below the script (decision 0002). */
  private int checkTransaction(Frame frame) {
    if (!(frame.message() instanceof SipRequest request)) {
      return Here.of(frame).context != null ? 1 : TmErrors.FAILED;
    }
    if (request.is(Method.CANCEL)) {
      return ports.relaying().inviteOf(request) != null ? 1 : TmErrors.FAILED;
    }
    return frame.kind() == RouteKind.BRANCH ? 1 : TmErrors.FAILED;
  }

  private FunctionCall lookupCancel(Arguments arguments) {
    Arguments.IntegerArgument flags = arguments.integer(0);
    return frame -> lookupCancel(frame, flags.value(frame, 0));
  }

  private int lookupCancel(Frame frame, long flags) {
    if (!(frame.message() instanceof SipRequest cancel) || !cancel.is(Method.CANCEL)) {
      frame.warning("t_lookup_cancel() is for CANCEL only");
      return TmErrors.FAILED;
    }
    ResponseContext invite = ports.relaying().inviteOf(cancel);
    if (invite == null) {
      return TmErrors.FAILED;
    }
    if (flags != 0) {
      Frame of = invite.frame(invite.request(), RouteKind.REQUEST, null);
      RequestTarget.of(frame).flags(RequestTarget.of(of).flags());
    }
    return 1;
  }

  /** The code that a route runs for, or the last one that was sent upstream. */
  static int status(Frame frame) {
    Here here = Here.of(frame);
    if (here.code != 0) {
      return here.code;
    }
    return here.context == null ? 0 : here.context.server().lastStatus();
  }

  private FunctionCall checkStatus(Arguments arguments) {
    Pattern pattern = arguments.regex(0);
    return frame -> {
      if (Here.of(frame).context == null) {
        frame.error("there is no transaction whose status could be checked");
        return TmErrors.FAILED;
      }
      return pattern.matcher(String.valueOf(status(frame))).find() ? 1 : TmErrors.FAILED;
    };
  }

  private static int statusCode(Frame frame) {
    int code = status(frame);
    return code == 0 ? TmErrors.FAILED : code;
  }

  private FunctionCall grepStatus(Arguments arguments) {
    Arguments.IntegerArgument code = arguments.integer(0);
    return frame -> {
      long wanted = code.value(frame, 0);
      ResponseContext context = Here.of(frame).context;
      return context != null
              && context.branches().stream().anyMatch(branch -> branch.status() == wanted)
          ? 1
          : TmErrors.FAILED;
    };
  }
}
