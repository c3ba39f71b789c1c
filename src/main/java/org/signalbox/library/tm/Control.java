// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.signalbox.routing.RequestTarget;
import org.signalbox.routing.TransactionControl;
import org.signalbox.routing.TransactionCounts;
import org.signalbox.script.RouteKind;
import org.signalbox.script.run.Frame;
import org.signalbox.sip.CSeq;
import org.signalbox.sip.Method;
import org.signalbox.sip.SipRequest;
import org.signalbox.transaction.ServerTransaction;

/** What other modules do with transactions of scripts. */
final class Control implements TransactionControl {
  private final TmPorts ports;

  Control(TmPorts ports) {
    this.ports = ports;
  }

  @Override
  public boolean open(Frame frame) {
    if (Here.of(frame).context == null && ports.relaying().create(frame) == Relaying.END) {
      return false;
    }
    ResponseContext context = Here.of(frame).context;
    return context == null || !context.server().cancelled();
  }

  @Override
  public @Nullable Ticket suspend(Frame frame) {
    Suspension begun = begin(frame, () -> {});
    if (begun == null) {
      return null;
    }
    begun.atMost(begun.context().wishes().timers().fr());
    return begun.ticket();
  }

  @Override
  public @Nullable Ticket suspend(Frame frame, Runnable over) {
    Suspension begun = begin(frame, over);
    return begun == null ? null : begun.ticket();
  }

  private @Nullable Suspension begin(Frame frame, Runnable over) {
    ResponseContext context = open(frame) ? Here.of(frame).context : null;
    return context == null ? null : context.suspend(frame, over);
  }

  @Override
  public boolean resume(Ticket ticket, Entry entry, @Nullable Executor workers) {
    Suspension suspension = ports.tm().waiting().take(ticket);
    if (suspension == null) {
      return false;
    }
    suspension.resume(entry, workers);
    return true;
  }

  @Override
  public boolean release(Ticket ticket) {
    Suspension suspension = ports.tm().waiting().take(ticket);
    if (suspension == null) {
      return false;
    }
    suspension.goOn();
    return true;
  }

  @Override
  public void adopt(ServerTransaction transaction, Frame frame, Entry entry) {
    ResponseContext.adopt(ports.tm(), frame, transaction).begin(entry, frame);
  }

  @Override
  public boolean answer(Ticket ticket, int code, String reason) {
    Suspension suspension = ports.tm().waiting().take(ticket);
    if (suspension == null) {
      return false;
    }
    ResponseContext context = suspension.context();
    context.turn().run(() -> Replies.local(context, code, reason));
    return true;
  }

  @Override
  public TransactionCounts counts() {
    return ports.counts();
  }

  @Override
  public void hold(Frame frame) {
    ResponseContext context = Here.of(frame).context;
    if (context != null) {
      context.hold();
    }
  }

  @Override
  public void within(Frame frame, @Nullable Frame caller, Runnable run, Executor workers) {
    ResponseContext context = contextOf(frame);
    if (context == null) {
      try {
        run.run();
      } finally {
        TmModule.scriptEnded(frame);
      }
      return;
    }
    Here.begin(frame, context);
    if (caller != null && Here.of(caller).context == context) {
      run.run(); // the caller has the turn
    } else {
      context.again(frame, run, workers);
    }
  }

  private @Nullable ResponseContext contextOf(Frame frame) {
    ServerTransaction known =
        frame.message() instanceof SipRequest request
            ? ports.tm().transactions().transactionOf(request)
            : null;
    return known != null && known.attachment() instanceof ResponseContext context ? context : null;
  }

  @Override
  public boolean cancelBranches(Frame frame, Which which) {
    Here here = Here.of(frame);
    ResponseContext context = here.context;
    if (context == null) {
      return false;
    }
    for (ClientBranch branch : context.branches()) {
      boolean own = branch == here.branch;
      if (which == Which.ALL || own == (which == Which.THIS)) {
        Cancelling.stop(context, branch, "");
      }
    }
    return true;
  }

  @Override
  public boolean cancel(String callId, long cseq, int flag) {
    ResponseContext context = find(callId, cseq);
    if (context == null || !context.request().is(Method.INVITE)) {
      return false;
    }
    context
        .turn()
        .run(
            () -> {
              if (flag >= 0) {
                raise(context, flag);
              }
              Cancelling.open(context);
            });
    return true;
  }

  private static void raise(ResponseContext context, int flag) {
    Frame frame = context.frame(context.request(), RouteKind.REQUEST, null);
    RequestTarget target = RequestTarget.of(frame);
    target.flags(target.flags() | 1 << flag);
    context.keep(frame);
  }

  @Override
  public boolean reply(String callId, long cseq, int code, String reason) {
    ResponseContext context = find(callId, cseq);
    if (context == null) {
      return false;
    }
    context.turn().run(() -> Replies.local(context, code, reason));
    return true;
  }

  private @Nullable ResponseContext find(String callId, long cseq) {
    for (ServerTransaction each : ports.tm().transactions().serverTransactionList()) {
      if (each.attachment() instanceof ResponseContext context
          && callId.equals(context.request().callId())
          && !context.answered()) {
        CSeq own = context.request().cseq();
        if (own != null && own.number() == cseq) {
          return context;
        }
      }
    }
    return null;
  }

  @Override
  public boolean drop(Frame frame) {
    ResponseContext context = Here.of(frame).context;
    if (context == null) {
      return false;
    }
    context.release();
    return true;
  }

  @Override
  public boolean keepFlags(Frame frame) {
    ResponseContext context = Here.of(frame).context;
    if (context == null) {
      return false;
    }
    context.keep(frame);
    return true;
  }
}
