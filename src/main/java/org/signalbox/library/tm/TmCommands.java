// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import static org.signalbox.rpc.RpcCommand.changing;
import static org.signalbox.rpc.RpcCommand.reading;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.signalbox.routing.TransactionControl;
import org.signalbox.routing.TransactionCounts;
import org.signalbox.rpc.RpcCall;
import org.signalbox.rpc.RpcCommand;
import org.signalbox.rpc.RpcParameter;
import org.signalbox.rpc.RpcStruct;
import org.signalbox.script.WireText;
import org.signalbox.sip.CSeq;
import org.signalbox.sip.Header;
import org.signalbox.sip.HeaderType;
import org.signalbox.sip.SipRequest;
import org.signalbox.transaction.ServerTransaction;

/** RPC of {@code tm} (modules.md §2.7). */
final class TmCommands {
  private static final String CANCEL_USAGE = "Callid and CSeq expected as parameters";

  private final TmPorts ports;
  private final TransactionControl control;

  TmCommands(TmPorts ports, TransactionControl control) {
    this.ports = ports;
    this.control = control;
  }

  RpcCommand[] all() {
    return new RpcCommand[] {
      reading("tm.stats", "What transactions have done since the start", this::stats),
      reading("tm.list", "The transactions that exist", this::list).listed(),
      reading("tm.clean", "Frees transactions that have outlived their time", RpcCall::struct),
      reading("tm.hash_stats", "The filling of the hash table", TmCommands::hashStats),
      changing("tm.cancel", "Cancels an INVITE that is being relayed", this::cancel),
      changing("tm.reply_callid", "Answers a request by its Call-ID", this::replyByCallId)
    };
  }

  private void stats(RpcCall call) {
    TransactionCounts counts = ports.counts();
    RpcStruct struct =
        call.struct()
            .add("current", counts.current())
            .add("waiting", counts.waiting())
            .add("total", counts.total())
            .add("total_local", counts.local())
            .add("rpl_received", counts.received())
            .add("rpl_generated", counts.generated())
            .add("rpl_sent", counts.sent());
    for (int statusClass = 6; statusClass >= 2; statusClass--) {
      struct.add(statusClass + "xx", counts.finals().get(statusClass - 2));
    }
    struct
        .add("created", counts.total())
        .add("freed", Math.max(0, counts.total() - counts.current()))
        .add("delayed_free", 0);
  }

  private void list(RpcCall call) {
    ports.tm().transactions().serverTransactionList().stream()
        .filter(transaction -> transaction.attachment() instanceof ResponseContext)
        .sorted(Comparator.comparingLong(TmCommands::label))
        .forEach(transaction -> describe(call.struct(), transaction));
  }

  private static long label(ServerTransaction transaction) {
    return transaction.attachment() instanceof ResponseContext context ? context.label() : 0;
  }

  private static void describe(RpcStruct struct, ServerTransaction transaction) {
    if (transaction.attachment() instanceof ResponseContext context) {
      SipRequest request = context.request();
      CSeq cseq = request.cseq();
      struct
          .add("cell", "0x" + Long.toHexString(context.label()))
          .add("tindex", context.index())
          .add("tlabel", context.label())
          .add("method", request.method())
          .add("from", line(request.header(HeaderType.FROM)))
          .add("to", line(request.header(HeaderType.TO)))
          .add("callid", line(request.header(HeaderType.CALL_ID)))
          .add("cseq", "CSeq: " + (cseq == null ? 0 : cseq.number()))
          .add("uas_request", "yes")
          .add("tflags", 0)
          .add("outgoings", context.branchCount())
          .add("ref_count", 1)
          .add("lifetime", context.ageSeconds());
    }
  }

  private static String line(@Nullable Header header) {
    return header == null ? "" : header.line().toString();
  }

  private static void hashStats(RpcCall call) {
    call.fault(500, "not supported: the table keeps no statistics of its slots");
  }

  private void cancel(RpcCall call) {
    String callId = call.need(RpcParameter.ANY_TEXT, 400, CANCEL_USAGE);
    long cseq = call.need(RpcParameter.ANY_INTEGER, 400, CANCEL_USAGE);
    if (!control.cancel(callId, cseq, -1)) {
      call.fault(400, "Transaction not found");
    }
  }

  private void replyByCallId(RpcCall call) {
    long code = call.need(RpcParameter.ANY_INTEGER, 400, "Reply code expected");
    String reason = call.need(RpcParameter.ANY_TEXT, 400, "Reason phrase expected");
    String callId = call.need(RpcParameter.ANY_TEXT, 400, "Call-ID expected");
    long cseq = call.need(RpcParameter.ANY_INTEGER, 400, "CSeq expected");
    call.need(RpcParameter.ANY_TEXT, 400, "To tag expected");
    if (code < 100 || code > 699) {
      call.fault(400, "Reply code expected");
    } else if (!control.reply(callId, cseq, (int) code, WireText.bytes(reason))) {
      call.fault(404, "Transaction not found");
    }
  }
}
