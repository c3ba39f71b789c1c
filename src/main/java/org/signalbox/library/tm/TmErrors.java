// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

/** What a script's attempt to relay can come to besides the codes of the core (modules.md §2.4). */
final class TmErrors {
  static final int FAILED = -1;
  static final int NO_INTERNAL_REPLY = -4;
  static final int NO_BRANCH = -6;
  static final int EXISTS = -10;

  private TmErrors() {}
}
