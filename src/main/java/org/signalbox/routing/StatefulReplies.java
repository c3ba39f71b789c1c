// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import org.signalbox.script.run.Frame;

/** Answers the request of a frame in its transaction; bound by {@code tm}. */
public interface StatefulReplies {

  /** Whether the frame runs for a transaction. */
  boolean inTransaction(Frame frame);

  /** Whether its transaction answers with an error of its own when the script ends. */
  boolean pending(Frame frame);

  /** What {@code t_reply} returns: 1 sent, less than 0 why not (modules.md §2.1). */
  int reply(Frame frame, int code, String reason);
}
