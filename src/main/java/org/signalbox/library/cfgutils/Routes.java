// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.cfgutils;

import org.signalbox.script.BlockKind;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.Route;

/** Named routes that a file may have or not. */
final class Routes {
  private Routes() {}

  static int exists(Frame frame, String name) {
    return frame.script().route(BlockKind.NAMED, name).isPresent() ? 1 : -1;
  }

  /** Runs a route; its return value, or -1 when there is none. */
  static int runIfExists(Frame frame, String name) {
    Route route = frame.script().route(BlockKind.NAMED, name).orElse(null);
    return route == null ? -1 : (int) frame.script().call(route, frame);
  }
}
