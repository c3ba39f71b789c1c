// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import org.jspecify.annotations.Nullable;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.StateKey;
import org.signalbox.sip.SipResponse;

/** Where a run of a script stands towards a transaction. One thread. */
final class Here {
  private static final StateKey<Here> KEY = StateKey.ofTransaction(Here::new);

  /** Null while there is no transaction. */
  @Nullable ResponseContext context;

  /** Of the transaction, once there is one; null while nobody has asked. */
  @Nullable Wishes wishes;

  /** The branch that a branch or reply route runs for, or the one that won in a failure route. */
  @Nullable ClientBranch branch;

  /** The reply that won, in a failure route; null for a timeout. */
  @Nullable SipResponse winner;

  /** The code that a failure or reply route runs for; 0 elsewhere. */
  int code;

  /** Where a frame stands; made when first asked for. */
  static Here of(Frame frame) {
    return frame.state(KEY);
  }

  /** The same, or null when nobody has asked. */
  static @Nullable Here existing(Frame frame) {
    return frame.existing(KEY);
  }

  /** Begins the run of a route of a transaction. */
  static Here begin(Frame frame, ResponseContext context) {
    Here here = new Here();
    here.context = context;
    here.wishes = context.wishes();
    here.in(frame);
    return here;
  }

  /** Stands in a frame again. */
  void in(Frame frame) {
    frame.keep(KEY, this);
  }
}
