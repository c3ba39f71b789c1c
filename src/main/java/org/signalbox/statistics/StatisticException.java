// SPDX-License-Identifier: Apache-2.0
package org.signalbox.statistics;

/** A statistic was registered that cannot be: its name is taken or empty, or there are too many. */
public final class StatisticException extends IllegalStateException {
  StatisticException(String message) {
    super(message);
  }
}
