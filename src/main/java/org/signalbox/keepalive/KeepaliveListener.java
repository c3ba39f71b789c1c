// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

/** Hears the news of all destinations. */
public interface KeepaliveListener {

  /**
   * Called with no lock held, after the table was updated, one at a time for each destination and
   * in the order in which things happened to it. May add, remove and look up destinations.
   */
  void happened(KeepaliveEvent event);

  /** Called some times a second, for whatever waits for time to pass; does not block. */
  default void tick() {}

  /**
   * Whether every single answer to the pings of an owner is worth telling; asked once per ping, so
   * it has to be cheap. An answer that nobody wants costs nothing more.
   */
  default boolean wantsAnswers(String owner) {
    return true;
  }
}
