// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.run;

import org.jspecify.annotations.Nullable;

/** What a transaction keeps of a frame for its later routes; opaque to the transaction. */
public final class SavedState {
  /** Nothing. */
  public static final SavedState NONE = new SavedState(new Object[0]);

  /** By the index of its key; never changed. */
  private final @Nullable Object[] states;

  SavedState(@Nullable Object[] states) {
    this.states = states;
  }

  @Nullable Object[] states() {
    return states;
  }
}
