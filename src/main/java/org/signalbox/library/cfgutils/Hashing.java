// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.cfgutils;

import org.signalbox.script.CoreHash;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.run.FunctionCall;

/** Kamailio's hash of two texts, for scripts that spread work over slots. */
final class Hashing {
  /** More bits would not fit the return value of a function. */
  private static final int MOST_BITS = 30;

  private Hashing() {}

  /** 1 to 2^exponent as return value, which never is 0: that would end the script. */
  static FunctionCall coreHash(Arguments arguments) {
    Arguments.ShownArgument first = arguments.shown(0);
    Arguments.ShownArgument second = arguments.shown(1);
    Arguments.IntegerArgument exponent = arguments.integer(2);
    return frame -> {
      long bits = exponent.value(frame, -1);
      if (bits < 0 || bits > MOST_BITS) {
        frame.error("core_hash gives 0 to " + MOST_BITS + " bits");
        return -1;
      }
      long mask = bits == 0 ? 1 : (1L << bits) - 1;
      return 1 + (int) (CoreHash.of(first.value(frame), second.value(frame)) & mask);
    };
  }
}
