// SPDX-License-Identifier: Apache-2.0
package org.signalbox.worker;

/** What became of a task handed to a worker group; the caller never waits for it. */
public enum Handover {
  /** It will run once. */
  ACCEPTED,
  /** The queue is full; it will not run. */
  QUEUE_FULL,
  /** The group is shutting down; it will not run. */
  CLOSED
}
