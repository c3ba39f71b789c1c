// SPDX-License-Identifier: Apache-2.0
package org.signalbox.tcpops;

import org.signalbox.routing.RequestTarget;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.StateKey;

/**
 * The connection that a request is to leave on, whatever its URIs say (tcpops.md §4.4): an id, and
 * a flag that says whether it counts. The transport goes its own way when the connection is gone.
 */
final class OutgoingChoice {
  private static final StateKey<OutgoingChoice> KEY = StateKey.ofTransaction(OutgoingChoice::new);

  private long conid;
  private boolean counts;

  static int conid(Frame frame, long conid) {
    OutgoingChoice choice = frame.state(KEY);
    choice.conid = conid;
    choice.settle(frame);
    return 1;
  }

  static int flag(Frame frame, long mode) {
    OutgoingChoice choice = frame.state(KEY);
    choice.counts = mode != 0;
    choice.settle(frame);
    return 1;
  }

  private void settle(Frame frame) {
    RequestTarget.of(frame).sendConnection(counts ? Math.max(0, conid) : 0);
  }
}
