// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

/** Refuses what this container does not have, by name, so that nobody waits for an effect. */
final class NotBuilt {
  private NotBuilt() {}

  static UnsupportedOperationException refused(String what) {
    return new UnsupportedOperationException(what + " is not available in this SIP container.");
  }
}
