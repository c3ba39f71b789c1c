// SPDX-License-Identifier: Apache-2.0
package org.signalbox.siprepo;

/** What became of a wish to run a message again; the script sees 1 for success, else -1. */
public enum PullOutcome {
  /** Its route has run. */
  DONE,
  /** A worker will look for it and run it. */
  HANDED_OVER,
  /** Nothing is kept under that Call-ID and id, or somebody else has just taken it. */
  NOT_FOUND,
  /** The script has no such route; the message stays. */
  NO_ROUTE,
  /** There is no such group of workers; the message stays. */
  NO_GROUP,
  /** The queue of the workers is full; the message stays. */
  BUSY,
  /** Pulled messages pull messages too many times over; the message stays. */
  TOO_DEEP;

  /** Whether the route has run or will. */
  public boolean succeeded() {
    return this == DONE || this == HANDED_OVER;
  }
}
