// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

/** Ends the whole process in good order; bound where this server has the process for itself. */
@FunctionalInterface
public interface Shutdown {

  /** Begins the end and returns at once. Any thread. */
  void begin();
}
