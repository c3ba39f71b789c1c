// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tmx;

import static org.signalbox.module.Functions.ANY;
import static org.signalbox.module.Functions.REPLY;
import static org.signalbox.module.Functions.REQUEST;
import static org.signalbox.script.FunctionSignature.ParameterKind.CONSTANT;
import static org.signalbox.script.FunctionSignature.ParameterKind.INTEGER;
import static org.signalbox.script.FunctionSignature.ParameterKind.TEXT;

import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Bindings;
import org.signalbox.module.Exports;
import org.signalbox.module.Functions;
import org.signalbox.module.Parameter;
import org.signalbox.module.Port;
import org.signalbox.module.SignalboxModule;
import org.signalbox.routing.TransactionControl;
import org.signalbox.routing.TransactionControl.Ticket;
import org.signalbox.routing.TransactionControl.Which;
import org.signalbox.script.BlockKind;
import org.signalbox.script.RouteKind;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.ScriptFunction;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.script.run.Route;
import org.signalbox.sip.Method;
import org.signalbox.sip.SipRequest;
import org.signalbox.statistics.Statistics;

/** The export table of {@code tmx} (modules.md §3). Its variables are those of {@code tm}. */
public final class TmxModule implements SignalboxModule {
  private static final int DONE = 1;
  private static final int FAILED = -1;
  private static final int END = 0;

  /** Taken, without effect: repetitions never reach a script here (decision 0002). */
  private static final Parameter<Long> PRECHECK_TRANS = Parameter.integer("precheck_trans", 1);

  private final Port<TransactionControl> transactions = Port.to(TransactionControl.class);

  private @Nullable TmxStatistics statistics;

  @Override
  public String name() {
    return "tmx";
  }

  @Override
  public Exports exports() {
    return Exports.builder()
        .needs("tm")
        .parameters(PRECHECK_TRANS)
        .functions(
            is("t_is_request_route", Set.of(RouteKind.REQUEST)),
            is("t_is_failure_route", Set.of(RouteKind.FAILURE)),
            is("t_is_branch_route", Set.of(RouteKind.BRANCH)),
            is("t_is_reply_route", Set.of(RouteKind.TM_REPLY, RouteKind.CORE_REPLY)),
            Functions.of("t_precheck_trans", REQUEST, arguments -> frame -> FAILED),
            Functions.of("t_suspend", ANY, asking(this::suspend)),
            Functions.of("t_continue", ANY, this::resume, INTEGER, INTEGER, TEXT),
            Functions.of("t_cancel_branches", REPLY, this::cancelBranches, CONSTANT),
            Functions.of("t_cancel_callid", ANY, this::cancel, TEXT, INTEGER, INTEGER),
            Functions.of("t_cancel_callid", ANY, this::cancel, TEXT, INTEGER, INTEGER, INTEGER),
            Functions.of("t_reply_callid", ANY, this::reply, TEXT, INTEGER, INTEGER, TEXT),
            Functions.of("t_flush_flags", ANY, asking(frame -> control().keepFlags(frame))),
            Functions.of("t_flush_xflags", ANY, asking(frame -> control().keepFlags(frame))),
            Functions.of("t_drop", ANY, arguments -> this::drop),
            Functions.of("t_drop", ANY, arguments -> this::drop, INTEGER))
        .statistics(TmxStatistics.names())
        .build();
  }

  @Override
  public void start(Bindings bindings) {
    transactions.connect(bindings);
    statistics = TmxStatistics.register(bindings.require(Statistics.class), control());
  }

  @Override
  public void destroy() {
    if (statistics != null) {
      statistics.remove();
    }
  }

  private TransactionControl control() {
    return transactions.get();
  }

  private static ScriptFunction is(String name, Set<RouteKind> kinds) {
    return Functions.of(
        name, ANY, arguments -> frame -> kinds.contains(frame.kind()) ? DONE : FAILED);
  }

  private static ScriptFunction.Preparation asking(Predicate<Frame> question) {
    return arguments -> frame -> question.test(frame) ? DONE : FAILED;
  }

  private boolean suspend(Frame frame) {
    boolean waits =
        frame.message() instanceof SipRequest request
            && !request.is(Method.ACK)
            && !request.is(Method.CANCEL);
    return waits && control().suspend(frame) != null;
  }

  private FunctionCall resume(Arguments arguments) {
    Arguments.IntegerArgument index = arguments.integer(0);
    Arguments.IntegerArgument label = arguments.integer(1);
    Arguments.TextArgument name = arguments.route(2, BlockKind.NAMED);
    return frame -> {
      Ticket ticket = new Ticket(index.value(frame, -1), label.value(frame, -1));
      Route route = route(frame, name.value(frame));
      return route != null && control().resume(ticket, route) ? DONE : FAILED;
    };
  }

  private static @Nullable Route route(Frame frame, @Nullable String name) {
    return name == null ? null : frame.script().route(BlockKind.NAMED, name).orElse(null);
  }

  private FunctionCall cancelBranches(Arguments arguments) {
    Which which =
        switch (arguments.constant(0)) {
          case "all" -> Which.ALL;
          case "others" -> Which.OTHERS;
          case "this" -> Which.THIS;
          default ->
              throw new Unresolvable(
                  "t_cancel_branches() takes \"all\", \"others\" or \"this\", not \""
                      + arguments.constant(0)
                      + "\"");
        };
    return frame -> control().cancelBranches(frame, which) ? DONE : FAILED;
  }

  private FunctionCall cancel(Arguments arguments) {
    Arguments.TextArgument callId = arguments.text(0);
    Arguments.IntegerArgument cseq = arguments.integer(1);
    Arguments.IntegerArgument flag = arguments.integer(2);
    return frame -> {
      String call = callId.value(frame);
      long number = cseq.value(frame, -1);
      int raised = (int) flag.value(frame, -1);
      return call != null && control().cancel(call, number, raised) ? DONE : FAILED;
    };
  }

  private FunctionCall reply(Arguments arguments) {
    Arguments.TextArgument callId = arguments.text(0);
    Arguments.IntegerArgument cseq = arguments.integer(1);
    Arguments.IntegerArgument code = arguments.integer(2);
    Arguments.TextArgument reason = arguments.text(3);
    return frame -> {
      String call = callId.value(frame);
      long number = cseq.value(frame, -1);
      int status = (int) code.value(frame, 0);
      String phrase = reason.value(frame);
      boolean sent =
          call != null
              && phrase != null
              && status >= 100
              && status < 700
              && control().reply(call, number, status, phrase);
      return sent ? DONE : FAILED;
    };
  }

  private int drop(Frame frame) {
    return control().drop(frame) ? END : FAILED;
  }
}
