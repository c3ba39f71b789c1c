// SPDX-License-Identifier: Apache-2.0
package org.signalbox.timer;

/** From where a periodic timer measures its interval. */
public enum Pace {
  /** From its start: never drifts; a period in which the handler still runs is left out. */
  STEADY,
  /** From the end of the last run: drifts by the time the handler takes. */
  AFTER_EACH_RUN
}
