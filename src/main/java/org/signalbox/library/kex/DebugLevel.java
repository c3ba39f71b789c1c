// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.kex;

import org.jspecify.annotations.Nullable;
import org.signalbox.module.Port;
import org.signalbox.routing.Globals;
import org.signalbox.script.run.Frame;

/**
 * Changes how much is logged while the server runs, and takes that back. There is one process, so
 * the level holds for all messages. Thread-safe.
 */
final class DebugLevel {
  private static final String DEBUG = "debug";

  private final Port<Globals> globals;

  /** The level of the file while another one holds; guarded by this. */
  private @Nullable Long before;

  DebugLevel(Port<Globals> globals) {
    this.globals = globals;
  }

  synchronized int set(Frame frame, long level) {
    if (level == Long.MIN_VALUE) {
      frame.error("no debug level");
      return -1;
    }
    if (before == null) {
      before = globals.get().integer(DEBUG);
    }
    return globals.get().change(DEBUG, level) ? 1 : -1;
  }

  synchronized int reset(Frame frame) {
    if (before != null) {
      globals.get().change(DEBUG, before);
      before = null;
    }
    return 1;
  }
}
