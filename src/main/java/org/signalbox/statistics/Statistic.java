// SPDX-License-Identifier: Apache-2.0
package org.signalbox.statistics;

/** One named number. Thread-safe. */
public sealed interface Statistic permits Counter, Gauge {

  /** The group, never empty. */
  String group();

  /** The name inside the group; may contain dots and colons. */
  String name();

  /** A sentence for operators. */
  String description();

  /** The present value; reading it is not atomic against updates. */
  long value();

  /** Sets it to 0; false when it may not or cannot be reset, and then nothing changes. */
  boolean reset();

  /** Group and name, {@code group.name}. */
  default String qualifiedName() {
    return group() + "." + name();
  }
}
