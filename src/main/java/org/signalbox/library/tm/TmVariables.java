// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.signalbox.routing.RequestTarget;
import org.signalbox.script.RouteKind;
import org.signalbox.script.WireText;
import org.signalbox.script.plan.Resolver;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.run.Cell;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.Variable;
import org.signalbox.script.variable.VariableTable;
import org.signalbox.sip.Method;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.SipResponse;

/** What scripts may read of a transaction: {@code $T...} (variables.md §9). */
final class TmVariables {
  private final TmPorts ports;

  TmVariables(TmPorts ports) {
    this.ports = ports;
  }

  VariableFamily family() {
    return VariableTable.builder()
        .number("T_branch_idx", TmVariables::branchIndex)
        .number("T_reply_code", TmVariables::replyCode)
        .text("T_reply_reason", TmVariables::replyReason)
        .plain("T_reply_last", TmVariables::replyLast)
        .text("T_reply_ruid", TmVariables::ruid)
        .inner("T_branch", TmVariables::branchField)
        .keyed("T", keys())
        .any("T_req", (name, inner, index, resolver) -> within(inner, resolver, this::request))
        .any("T_rpl", (name, inner, index, resolver) -> within(inner, resolver, this::winner))
        .any("T_inv", (name, inner, index, resolver) -> within(inner, resolver, this::invite))
        .build();
  }

  private VariableTable.Keys keys() {
    return new VariableTable.Keys()
        .any("id_index", id(ResponseContext::index))
        .any("id_label", id(ResponseContext::label))
        .any("id_index_n", made(ResponseContext::index))
        .any("id_label_n", made(ResponseContext::label))
        .number("branch_index", TmVariables::branchIndex)
        .number("reply_code", TmVariables::replyCode)
        .text("reply_reason", TmVariables::replyReason)
        .any("reply_last", TmVariables::replyLast)
        .number("reply_type", TmVariables::replyType)
        .text("ruid", TmVariables::ruid);
  }

  private static Variable id(Function<ResponseContext, Long> part) {
    return (frame, into) -> {
      Here here = Here.existing(frame);
      if (here == null || here.context == null) {
        into.clear();
      } else {
        into.set(part.apply(here.context));
      }
    };
  }

  /** The same, making the transaction first where that can be. */
  private Variable made(Function<ResponseContext, Long> part) {
    Variable plain = id(part);
    return (frame, into) -> {
      boolean request = frame.message() instanceof SipRequest && frame.kind() == RouteKind.REQUEST;
      if (request && Here.of(frame).context == null) {
        ports.relaying().create(frame);
      }
      plain.read(frame, into);
    };
  }

  private static long branchIndex(Frame frame) {
    Here here = Here.existing(frame);
    if (here == null || here.context == null) {
      boolean request = frame.message() instanceof SipRequest message && !message.local();
      return request ? RequestTarget.of(frame).branches().size() : -1;
    }
    if (frame.kind() == RouteKind.FAILURE) {
      return (long) here.context.branches().size() + RequestTarget.of(frame).branches().size();
    }
    ClientBranch branch = here.branch;
    return branch == null ? RequestTarget.of(frame).branches().size() : branch.index();
  }

  private static long replyCode(Frame frame) {
    return frame.message() instanceof SipResponse reply
        ? reply.statusCode()
        : StatusFunctions.status(frame);
  }

  private static @Nullable String replyReason(Frame frame) {
    SipResponse reply = frame.message() instanceof SipResponse own ? own : Here.of(frame).winner;
    return reply == null ? "" : WireText.bytes(reply.reason());
  }

  private static void replyLast(Frame frame, Cell into) {
    if (frame.kind() == RouteKind.TM_REPLY && frame.message() instanceof SipResponse reply) {
      into.set(reply.statusCode());
    } else {
      frame.error("$T_reply_last is for onreply_route[...] only");
      into.fail();
    }
  }

  /** 1 in a failure route that runs for a reply made here, as after a timeout. */
  private static long replyType(Frame frame) {
    Here here = Here.of(frame);
    return frame.kind() == RouteKind.FAILURE && here.winner == null ? 1 : 0;
  }

  private static String ruid(Frame frame) {
    ClientBranch branch = Here.of(frame).branch;
    String ruid = branch == null ? null : branch.target().ruid();
    return ruid == null ? "" : ruid;
  }

  private static final Map<String, Variable> BRANCH_FIELDS =
      Map.of(
          "uri",
          branchOnly((frame, branch) -> frame.kind() == RouteKind.TM_REPLY ? branch.uri() : null),
          "ruid",
          (frame, into) -> into.set(ruid(frame)),
          "flags",
          (frame, into) -> {
            ClientBranch branch = Here.of(frame).branch;
            if (branch == null) {
              frame.error("$T_branch(flags) is for onreply and failure routes");
              into.clear();
            } else {
              into.set(branch.target().branchFlags());
            }
          });

  @FunctionalInterface
  private interface BranchText {
    @Nullable String of(Frame frame, ClientBranch branch);
  }

  private static Variable branchOnly(BranchText text) {
    return (frame, into) -> {
      ClientBranch branch = Here.of(frame).branch;
      String value = branch == null ? null : text.of(frame, branch);
      if (value == null) {
        frame.error("$T_branch(uri) is for onreply_route[...] only");
      }
      into.set(value);
    };
  }

  private static Variable branchField(String field) {
    Variable variable = BRANCH_FIELDS.get(field);
    if (variable == null) {
      throw new Unresolvable(
          "$T_branch(" + field + ") is unknown; the fields are flags, ruid, uri");
    }
    return variable;
  }

  /** A variable read of another message of the transaction, as that was received. */
  private static Variable within(
      @Nullable String inner, Resolver resolver, Function<Frame, @Nullable SipMessage> other) {
    Variable variable = resolver.variable(VariableFamily.inner("T_...", inner));
    return (frame, into) -> {
      SipMessage message = other.apply(frame);
      if (message == null) {
        into.clear();
      } else {
        variable.read(new Frame(frame.script(), message, frame.kind()), into);
      }
    };
  }

  private @Nullable SipMessage request(Frame frame) {
    ResponseContext context = Here.of(frame).context;
    return frame.kind() == RouteKind.TM_REPLY && context != null ? context.request() : null;
  }

  private @Nullable SipMessage winner(Frame frame) {
    return Here.of(frame).winner;
  }

  private @Nullable SipMessage invite(Frame frame) {
    ResponseContext invite =
        frame.message() instanceof SipRequest request && request.is(Method.CANCEL)
            ? ports.relaying().inviteOf(request)
            : null;
    return invite == null ? null : invite.request();
  }
}
