// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

/** The global parameters of the file by Kamailio's names, for modules. Thread-safe. */
public interface Globals {

  /**
   * A number, 0 or 1 for a switch.
   *
   * @throws IllegalArgumentException when the core has no such number
   */
  long integer(String name);

  /**
   * A text.
   *
   * @throws IllegalArgumentException when the core has no such text
   */
  String text(String name);

  /** Changes a number while the server runs; false for one that is fixed at start. */
  boolean change(String name, long value);
}
