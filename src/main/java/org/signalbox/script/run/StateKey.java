// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.run;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Under which one family of variables or functions keeps its state in a {@link Frame}. A constant
 * of its owner.
 *
 * @param <S> the state; confined to the message it belongs to
 */
public final class StateKey<S> {
  private static final AtomicInteger OF_RUN = new AtomicInteger();
  private static final AtomicInteger OF_TRANSACTION = new AtomicInteger();

  private final Supplier<S> initial;
  private final boolean travels;

  /** Among those that travel, or among the others. */
  private final int index;

  private StateKey(Supplier<S> initial, boolean travels) {
    this.initial = initial;
    this.travels = travels;
    this.index = kind().getAndIncrement();
  }

  private AtomicInteger kind() {
    return travels ? OF_TRANSACTION : OF_RUN;
  }

  /** State that ends with the run of one message. */
  public static <S> StateKey<S> ofRun(Supplier<S> initial) {
    return new StateKey<>(initial, false);
  }

  /** State that goes into the transaction: its later routes see and extend it. */
  public static <S> StateKey<S> ofTransaction(Supplier<S> initial) {
    return new StateKey<>(initial, true);
  }

  int index() {
    return index;
  }

  boolean travels() {
    return travels;
  }

  S initial() {
    return initial.get();
  }

  /** How many there are of its kind. */
  int count() {
    return kind().get();
  }
}
