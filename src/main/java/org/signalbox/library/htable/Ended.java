// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.htable;

import org.signalbox.script.Value;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.StateKey;

/** The item whose end an event route is told of; nothing elsewhere. */
record Ended(Value key, Value value) {
  private static final StateKey<Ended> KEY =
      StateKey.ofRun(() -> new Ended(Value.NULL, Value.NULL));

  static Ended of(Frame frame) {
    return frame.state(KEY);
  }

  void in(Frame frame) {
    frame.keep(KEY, this);
  }
}
