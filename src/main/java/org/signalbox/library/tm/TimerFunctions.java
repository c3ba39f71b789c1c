// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import static org.signalbox.module.Functions.REQUEST;
import static org.signalbox.script.FunctionSignature.ParameterKind.INTEGER;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.signalbox.module.Functions;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.ScriptFunction;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;

/** Functions that give a transaction timers and manners of its own. */
final class TimerFunctions {
  private static final long SHORTEST_MILLIS = 63;

  private final TmPorts ports;

  TimerFunctions(TmPorts ports) {
    this.ports = ports;
  }

  List<ScriptFunction> all() {
    return List.of(
        timer("t_set_fr", this::finalResponse, 1),
        timer("t_set_fr", this::finalResponse, 2),
        reset("t_reset_fr", Wishes::resetFinalResponse, ResponseContext::waitsAnew),
        timer("t_set_retr", this::retransmission, 2),
        reset("t_reset_retr", Wishes::resetRetransmission, ResponseContext::waitsAnew),
        timer("t_set_max_lifetime", this::lifetime, 2),
        reset("t_reset_max_lifetime", Wishes::resetLifetime, ResponseContext::livesAnew),
        Functions.of(
            "t_set_auto_inv_100", REQUEST, flag((wishes, on) -> wishes.trying = on), INTEGER),
        manner("t_set_no_e2e_cancel_reason", (wishes, on) -> wishes.passedReason = !on),
        manner("t_disable_e2e_cancel_reason", (wishes, on) -> wishes.passedReason = !on),
        manner("t_set_disable_6xx", (wishes, on) -> wishes.sixCancels = !on),
        manner("t_set_disable_internal_reply", (wishes, on) -> wishes.internalReply = !on));
  }

  private static ScriptFunction timer(
      String name, ScriptFunction.Preparation preparation, int parameters) {
    return parameters == 1
        ? Functions.of(name, RouteFunctions.REQUEST_FAILURE_REPLY_BRANCH, preparation, INTEGER)
        : Functions.of(
            name, RouteFunctions.REQUEST_FAILURE_REPLY_BRANCH, preparation, INTEGER, INTEGER);
  }

  private ScriptFunction reset(
      String name, Consumer<Wishes> reset, Consumer<ResponseContext> also) {
    return Functions.of(
        name,
        RouteFunctions.REQUEST_FAILURE_REPLY_BRANCH,
        arguments ->
            frame -> {
              reset.accept(wishes(frame));
              apply(frame, also);
              return 1;
            });
  }

  private ScriptFunction manner(String name, BiConsumer<Wishes, Boolean> change) {
    return Functions.of(name, RouteFunctions.REQUEST_FAILURE_REPLY_BRANCH, flag(change), INTEGER);
  }

  private ScriptFunction.Preparation flag(BiConsumer<Wishes, Boolean> change) {
    return arguments -> {
      Arguments.IntegerArgument on = arguments.integer(0);
      return frame -> {
        change.accept(wishes(frame), on.value(frame, 0) != 0);
        return 1;
      };
    };
  }

  private FunctionCall finalResponse(Arguments arguments) {
    return pair(
        arguments,
        (wishes, times) -> wishes.finalResponse(times[0], times[1]),
        ResponseContext::waitsAnew);
  }

  private FunctionCall retransmission(Arguments arguments) {
    return pair(
        arguments,
        (wishes, times) -> wishes.retransmission(times[0], times[1]),
        ResponseContext::waitsAnew);
  }

  private FunctionCall lifetime(Arguments arguments) {
    return pair(
        arguments,
        (wishes, times) -> wishes.lifetime(times[0], times[1]),
        ResponseContext::livesAnew);
  }

  /**
   * Two times in milliseconds; 0 leaves one as it is, one below a tick of Kamailio's is refused.
   */
  private FunctionCall pair(
      Arguments arguments, BiConsumer<Wishes, long[]> change, Consumer<ResponseContext> also) {
    Arguments.IntegerArgument first = arguments.integer(0);
    Arguments.IntegerArgument second =
        arguments.count() > 1 ? arguments.integer(1) : (frame, otherwise) -> 0;
    return frame -> {
      long[] times = {first.value(frame, -1), second.value(frame, -1)};
      if (wrong(times[0]) || wrong(times[1])) {
        return TmErrors.FAILED;
      }
      change.accept(wishes(frame), times);
      apply(frame, also);
      return 1;
    };
  }

  private static boolean wrong(long millis) {
    return millis != 0 && millis < SHORTEST_MILLIS;
  }

  /** What is on its way already takes them too. */
  private static void apply(Frame frame, Consumer<ResponseContext> also) {
    ResponseContext context = Here.of(frame).context;
    if (context != null) {
      also.accept(context);
    }
  }

  private Wishes wishes(Frame frame) {
    return ports.tm().wishes(Here.of(frame));
  }
}
