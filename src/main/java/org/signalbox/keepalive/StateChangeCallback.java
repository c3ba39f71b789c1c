// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import org.jspecify.annotations.Nullable;

/** {@code ka_statechanged_f} of the guide's in-process API. */
@FunctionalInterface
public interface StateChangeCallback {

  /**
   * Called after the new state is stored, with no lock held; may remove the destination.
   *
   * @param uri the stored URI
   * @param newState up or down
   * @param user what was given when the destination was added
   */
  void stateChanged(String uri, DestinationState newState, @Nullable Object user);
}
