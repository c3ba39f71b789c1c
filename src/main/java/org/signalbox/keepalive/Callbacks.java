// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import org.jspecify.annotations.Nullable;

/** Whom the caller of the in-process API wants told about one destination, and with what. */
record Callbacks(
    @Nullable StateChangeCallback onStateChange,
    @Nullable ResponseCallback onResponse,
    @Nullable Object user) {

  static @Nullable Callbacks of(NewDestination destination) {
    return destination.onStateChange() == null && destination.onResponse() == null
        ? null
        : new Callbacks(destination.onStateChange(), destination.onResponse(), destination.user());
  }

  void tell(KeepaliveEvent event) {
    if (event instanceof DestinationStateChanged changed && onStateChange != null) {
      onStateChange.stateChanged(changed.destination().uri(), changed.state(), user);
    }
    if (event instanceof DestinationAnswered answered && onResponse != null) {
      onResponse.responded(answered.destination().uri(), answered.result(), user);
    }
  }
}
