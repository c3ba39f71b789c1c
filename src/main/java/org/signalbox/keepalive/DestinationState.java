// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

/** What is known about a destination; the numbers are Kamailio's, as RPC and scripts show them. */
public enum DestinationState {
  /** No ping has finished yet. */
  UNKNOWN(0),
  /** The last ping was answered with 200 to 299. */
  UP(1),
  /** The last ping got another answer, none, or could not be sent. */
  DOWN(2);

  private final int number;

  DestinationState(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
