// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.sl;

import static org.signalbox.module.Functions.REPLY;
import static org.signalbox.module.Functions.REQUEST;
import static org.signalbox.module.Functions.REQUEST_FAILURE_REPLY;
import static org.signalbox.script.FunctionSignature.ParameterKind.INTEGER;
import static org.signalbox.script.FunctionSignature.ParameterKind.TEXT;

import org.jspecify.annotations.Nullable;
import org.signalbox.module.Bindings;
import org.signalbox.module.Exports;
import org.signalbox.module.Functions;
import org.signalbox.module.Parameter;
import org.signalbox.module.ParameterValues;
import org.signalbox.module.Port;
import org.signalbox.module.SignalboxModule;
import org.signalbox.routing.ErrorCodes;
import org.signalbox.routing.Globals;
import org.signalbox.routing.Replies;
import org.signalbox.routing.ReplyAdditions;
import org.signalbox.routing.RequestTarget;
import org.signalbox.routing.Routing;
import org.signalbox.routing.StatefulReplies;
import org.signalbox.routing.StatelessReplies;
import org.signalbox.routing.StrayReplies;
import org.signalbox.rpc.RpcCommand;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.sip.SipRequest;
import org.signalbox.statistics.Statistics;
import org.signalbox.transaction.TransactionLayer;

/** The export table of {@code sl} (modules.md §1). */
public final class SlModule implements SignalboxModule {
  /** The code of a reply whose code cannot be told. */
  public static final Parameter<Long> DEFAULT_CODE = Parameter.integer("default_code", 500);

  /** The reason of a reply whose reason cannot be told. */
  public static final Parameter<String> DEFAULT_REASON =
      Parameter.text("default_reason", "Internal Server Error");

  /** Whether {@code send_reply} answers through a transaction where there is one. */
  public static final Parameter<Boolean> BIND_TM = Parameter.flag("bind_tm", true);

  /** What a redirect's Contact carries: 1 its flags, 2 its path. */
  public static final Parameter<Long> RICH_REDIRECT = Parameter.integer("rich_redirect", 0);

  private static final int ERROR_PENDING = -3;

  private static final int NO_CONNECT = 1;
  private static final int CLOSE = 2;

  private final Port<StatefulReplies> stateful = Port.to(StatefulReplies.class);
  private final Port<StrayReplies> strays = Port.to(StrayReplies.class);
  private final Port<TransactionLayer> transactions = Port.to(TransactionLayer.class);
  private final StatelessReply reply = new StatelessReply();
  private final ForwardedReply forwarded = new ForwardedReply(strays);
  private ParameterValues parameters = ParameterValues.DEFAULTS;

  @Override
  public String name() {
    return "sl";
  }

  @Override
  public Exports exports() {
    return Exports.builder()
        .parameters(DEFAULT_CODE, DEFAULT_REASON, BIND_TM, RICH_REDIRECT)
        .functions(
            Functions.of("sl_send_reply", REQUEST, this::stateless, INTEGER, TEXT),
            Functions.of("sl_reply", REQUEST, this::stateless, INTEGER, TEXT),
            Functions.of("send_reply", REQUEST_FAILURE_REPLY, this::either, INTEGER, TEXT),
            Functions.of(
                "send_reply_mode", REQUEST_FAILURE_REPLY, this::withMode, INTEGER, TEXT, INTEGER),
            Functions.plain("sl_reply_error", REQUEST, this::error),
            Functions.plain("send_reply_error", REQUEST_FAILURE_REPLY, this::eitherError),
            Functions.plain("sl_forward_reply", REPLY, forwarded::send),
            Functions.onText("sl_forward_reply", REPLY, forwarded::send),
            Functions.onTexts("sl_forward_reply", REPLY, forwarded::send))
        .commands(RpcCommand.reading("sl.stats", "Stateless replies by code", reply::statistics))
        .variables(new LocalTags(transactions, stateful).family())
        .eventRoutes(AckFilter.EVENT, StatelessReply.EVENT)
        .statistics(ReplyCounters.names())
        .build();
  }

  @Override
  public void init(ParameterValues given, Bindings bindings) {
    parameters = given;
    bindings.bind(StatelessReplies.class, reply).bind(Replies.class, this::either);
  }

  @Override
  public void start(Bindings bindings) {
    stateful.connectIfThere(bindings);
    strays.connect(bindings);
    transactions.connect(bindings);
    Routing routing = bindings.require(Routing.class);
    AckFilter filter = new AckFilter(routing, transactions.get());
    reply.start(
        new StatelessReply.Ports(
            routing,
            transactions.get(),
            new ReplyAdditions.Style(
                bindings.require(Globals.class), parameters.value(RICH_REDIRECT).intValue()),
            filter,
            new ReplyCounters(bindings.require(Statistics.class))));
    routing.filterRequests(filter);
  }

  @Override
  public void destroy() {
    reply.stop();
  }

  private FunctionCall stateless(Arguments arguments) {
    Arguments.IntegerArgument code = arguments.integer(0);
    Arguments.TextArgument reason = arguments.text(1);
    return frame -> reply.reply(frame, code(code.value(frame, 0)), reason(reason.value(frame)));
  }

  /** Through the transaction where there is one. */
  private FunctionCall either(Arguments arguments) {
    Arguments.IntegerArgument code = arguments.integer(0);
    Arguments.TextArgument reason = arguments.text(1);
    return frame -> either(frame, code(code.value(frame, 0)), reason(reason.value(frame)));
  }

  /**
   * The same; over a connection, bit 1 of the mode keeps it from opening another one, bit 2 closes
   * it afterwards.
   */
  private FunctionCall withMode(Arguments arguments) {
    FunctionCall plain = either(arguments);
    Arguments.IntegerArgument mode = arguments.integer(2);
    return frame -> {
      long bits = mode.value(frame, 0);
      if (frame.message() instanceof SipRequest request) {
        if ((bits & NO_CONNECT) != 0) {
          request.answerOnlyBack();
        }
        if ((bits & CLOSE) != 0) {
          request.endWithAnswer();
        }
      }
      return plain.run(frame);
    };
  }

  private boolean inTransaction(Frame frame) {
    return stateful.connected() && parameters.value(BIND_TM) && stateful.get().inTransaction(frame);
  }

  private int either(Frame frame, int code, String reason) {
    return inTransaction(frame)
        ? stateful.get().reply(frame, code, reason)
        : reply.reply(frame, code, reason);
  }

  /** Answers what went wrong last, through the transaction where there is one. */
  private int eitherError(Frame frame) {
    if (!inTransaction(frame)) {
      return error(frame);
    }
    int last = RequestTarget.of(frame).lastError();
    String reason = ErrorCodes.reason(last, "TM");
    return stateful.get().reply(frame, ErrorCodes.status(last), reason);
  }

  /** Unless the transaction answers with an error of its own when the script ends. */
  private int error(Frame frame) {
    boolean later = stateful.connected() && stateful.get().pending(frame);
    return later ? ERROR_PENDING : reply.error(frame);
  }

  private int code(long wanted) {
    long code = wanted > 0 ? wanted : parameters.value(DEFAULT_CODE);
    return (int) code;
  }

  private String reason(@Nullable String wanted) {
    return wanted == null ? parameters.value(DEFAULT_REASON) : wanted;
  }
}
