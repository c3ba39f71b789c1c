// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import org.signalbox.script.run.Frame;

/** Answers the request of a frame without a transaction; bound by {@code sl}. */
public interface StatelessReplies {

  /** What {@code sl_send_reply} returns: 1 sent, less than 0 why not (modules.md §1). */
  int reply(Frame frame, int code, String reason);

  /** Counts a reply that somebody else has sent without a transaction, as the HTTP module does. */
  void sentElsewhere(int code);
}
