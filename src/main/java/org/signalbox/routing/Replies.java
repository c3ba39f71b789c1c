// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import org.signalbox.script.run.Frame;

/**
 * Answers the request of a frame in its transaction where it has one, else without; bound by {@code
 * sl}.
 */
@FunctionalInterface
public interface Replies {

  /** What {@code send_reply} returns: 1 sent, less than 0 why not (modules.md §1). */
  int reply(Frame frame, int code, String reason);
}
