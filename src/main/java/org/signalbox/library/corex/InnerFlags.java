// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.corex;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.StateKey;

/**
 * Flags that modules keep about a message, by name: set and unset give 1, a test 1 or -2. An
 * unknown name is -1; Kamailio takes it and then blocks replies.
 */
final class InnerFlags {
  private static final StateKey<Set<String>> KEY = StateKey.ofTransaction(HashSet::new);
  private static final List<String> KNOWN = List.of("USE_UAC_FROM", "USE_UAC_TO");
  private static final int UNKNOWN = -1;
  private static final int NOT_SET = -2;

  private InnerFlags() {}

  static int set(Frame frame, String name) {
    if (!known(frame, name)) {
      return UNKNOWN;
    }
    frame.state(KEY).add(name);
    return 1;
  }

  static int reset(Frame frame, String name) {
    if (!known(frame, name)) {
      return UNKNOWN;
    }
    frame.state(KEY).remove(name);
    return 1;
  }

  static int isSet(Frame frame, String name) {
    if (!known(frame, name)) {
      return UNKNOWN;
    }
    return frame.state(KEY).contains(name) ? 1 : NOT_SET;
  }

  private static boolean known(Frame frame, String name) {
    if (!KNOWN.contains(name)) {
      frame.error("unknown message flag '" + name + "'; there are " + KNOWN);
    }
    return KNOWN.contains(name);
  }
}
