// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import org.signalbox.script.run.Frame;

/** Answers the HTTP request of a frame; bound by {@code xhttp}. Thread-safe. */
public interface HttpReplies {

  /** Whether the message of a frame is an HTTP request. */
  boolean isHttp(Frame frame);

  /**
   * Sends the answer; the connection stays open.
   *
   * @param contentType empty for none
   * @param body may be empty
   * @return 1, or -1 when it cannot be sent
   */
  int reply(Frame frame, int code, String reason, String contentType, byte[] body);
}
