// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.corex;

import org.signalbox.script.run.Frame;
import org.signalbox.script.run.StateKey;

/** {@code event_route[network:msg]}: whatever arrives or leaves, before it is read or sent. */
final class NetworkEvents {
  private static final StateKey<Boolean> INCOMING = StateKey.ofRun(() -> false);

  private NetworkEvents() {}

  static boolean incoming(Frame frame) {
    return frame.state(INCOMING);
  }
}
