// SPDX-License-Identifier: Apache-2.0
package org.signalbox.statistics;

import java.util.function.LongSupplier;

/**
 * A number that is computed when somebody reads it; it cannot be reset.
 *
 * @param source called by readers, on any thread; must be cheap and must not block
 */
public record Gauge(String group, String name, String description, LongSupplier source)
    implements Statistic {

  @Override
  public long value() {
    return source.getAsLong();
  }

  @Override
  public boolean reset() {
    return false;
  }
}
