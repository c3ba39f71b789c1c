// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import org.jspecify.annotations.Nullable;

/** {@code ka_response_f} of the guide's in-process API. */
@FunctionalInterface
public interface ResponseCallback {

  /**
   * Called for every finished ping, silence included, with no lock held; may remove the
   * destination.
   *
   * @param uri the stored URI
   * @param result what came of the ping; its outcome's code is 408 for silence
   * @param user what was given when the destination was added
   */
  void responded(String uri, PingResult result, @Nullable Object user);
}
