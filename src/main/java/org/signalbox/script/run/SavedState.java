// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.run;

import java.util.Map;

/** What a transaction keeps of a frame for its later routes; opaque to the transaction. */
public final class SavedState {
  /** Nothing. */
  public static final SavedState NONE = new SavedState(Map.of());

  private final Map<StateKey<?>, Object> states;

  SavedState(Map<StateKey<?>, Object> states) {
    this.states = states;
  }

  Map<StateKey<?>, Object> states() {
    return states;
  }
}
