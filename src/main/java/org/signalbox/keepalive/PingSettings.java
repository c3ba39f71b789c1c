// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.time.Duration;

/**
 * How a destination is pinged; one instance is shared by all destinations that are pinged alike.
 *
 * @param interval between two pings, from 0; zero means one ping and no more
 * @param deleteCounter pings stop once more failures than this stand in a row; 0 or less: never
 * @param from URI of the From header, without angle brackets
 */
public record PingSettings(Duration interval, int deleteCounter, String from) {

  /** Kamailio's defaults. */
  public static final PingSettings DEFAULT =
      new PingSettings(Duration.ofSeconds(30), 5, "sip:keepalive@kamailio.org");

  /** The same with another interval. */
  public PingSettings every(Duration otherInterval) {
    return new PingSettings(otherInterval, deleteCounter, from);
  }

  boolean once() {
    return interval.isZero();
  }

  boolean givesUpAfter(int failures) {
    return deleteCounter > 0 && failures > deleteCounter;
  }
}
