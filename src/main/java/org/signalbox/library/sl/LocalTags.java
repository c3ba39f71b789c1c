// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.sl;

import org.jspecify.annotations.Nullable;
import org.signalbox.module.Port;
import org.signalbox.routing.StatefulReplies;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.run.Frame;
import org.signalbox.script.variable.VariableTable;
import org.signalbox.sip.SipRequest;
import org.signalbox.transaction.TransactionLayer;

/**
 * {@code $ltt(k)}: the To tag that a reply of this server gets (variables.md §9). A transaction
 * gives the same as a reply without one.
 */
final class LocalTags {
  private final Port<TransactionLayer> transactions;
  private final Port<StatefulReplies> stateful;

  LocalTags(Port<TransactionLayer> transactions, Port<StatefulReplies> stateful) {
    this.transactions = transactions;
    this.stateful = stateful;
  }

  VariableFamily family() {
    return VariableTable.builder()
        .keyed(
            "ltt",
            new VariableTable.Keys()
                .text("s", this::tag)
                .text("t", frame -> inTransaction(frame) ? tag(frame) : null)
                .text("x", this::tag))
        .build();
  }

  private @Nullable String tag(Frame frame) {
    return frame.message() instanceof SipRequest request ? transactions.get().toTag(request) : null;
  }

  private boolean inTransaction(Frame frame) {
    return stateful.connected() && stateful.get().inTransaction(frame);
  }
}
