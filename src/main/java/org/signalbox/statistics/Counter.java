// SPDX-License-Identifier: Apache-2.0
package org.signalbox.statistics;

import java.util.concurrent.atomic.LongAdder;

/** A number that is counted up (or down) by whoever holds it; cheap from many threads. */
public final class Counter implements Statistic {
  private final String group;
  private final String name;
  private final String description;
  private final boolean resettable;
  private final LongAdder value = new LongAdder();

  /** A counter at 0 that may be reset. */
  public Counter(String group, String name, String description) {
    this(group, name, description, true);
  }

  /** A counter at 0. */
  public Counter(String group, String name, String description, boolean resettable) {
    this.group = group;
    this.name = name;
    this.description = description;
    this.resettable = resettable;
  }

  /** Adds 1. */
  public void increment() {
    value.increment();
  }

  /** Adds any number, also a negative one. */
  public void add(long amount) {
    value.add(amount);
  }

  @Override
  public String group() {
    return group;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public long value() {
    return value.sum();
  }

  @Override
  public boolean reset() {
    if (resettable) {
      value.reset();
    }
    return resettable;
  }
}
