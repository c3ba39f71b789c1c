// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import org.signalbox.script.run.Frame;
import org.signalbox.script.run.StateKey;

/**
 * Where else in the application a request can go: kept in the frame of a request that came through
 * a servlet container.
 */
@FunctionalInterface
public interface OtherServlets {
  StateKey<OtherServlets> KEY = StateKey.ofRun(() -> name -> false);

  /**
   * Hands the request to a servlet, on the thread of the message.
   *
   * @return false when there is no such servlet, or the request has a transaction already
   */
  boolean serve(String name);

  /** Those that the request of a frame can go to. */
  static OtherServlets of(Frame frame) {
    return frame.state(KEY);
  }

  /** Says so before the frame runs. */
  default void in(Frame frame) {
    frame.keep(KEY, this);
  }

  /** The servlets that the application declares, to check names at the start. Thread-safe. */
  @FunctionalInterface
  interface Declared {
    boolean has(String name);
  }
}
