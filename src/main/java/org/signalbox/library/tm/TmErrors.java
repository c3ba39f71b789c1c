// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

/** What a script's attempt to relay can come to, and how it is answered (modules.md §2.4). */
final class TmErrors {
  static final int FAILED = -1;
  static final int NO_INTERNAL_REPLY = -4;
  static final int NO_BRANCH = -6;
  static final int NO_SOCKET = -7;
  static final int EXISTS = -10;
  static final int BAD_URI = -400;
  static final int UNSENDABLE = -477;
  static final int UNRESOLVABLE = -478;
  static final int CANCELLED = -487;

  private TmErrors() {}

  static int code(int error) {
    int positive = -error;
    return positive >= 400 && positive < 700 ? positive : 500;
  }

  static String reason(int error) {
    String phrase =
        switch (error) {
          case UNSENDABLE -> "Unfortunately error on sending to next hop occurred";
          case UNRESOLVABLE -> "Unresolvable destination";
          case CANCELLED -> "Transaction canceled";
          default -> "I'm terribly sorry, server error occurred";
        };
    return phrase + " (" + -error + "/TM)";
  }
}
