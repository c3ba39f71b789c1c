// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.time.Duration;

/**
 * Which way a ping takes, and how long its answer may. Immutable.
 *
 * @param proxy URI of where it is sent instead of its Request-URI; empty for there
 * @param socket name or {@code [proto:]ip[:port]} of where it leaves from; empty for any
 * @param timeout how long to wait for a final answer; zero for the timer of transactions
 * @param eachTarget whether every address that the name stands for is pinged, else the first
 */
public record PingWay(String proxy, String socket, Duration timeout, boolean eachTarget) {

  /** Straight there, as Kamailio does. */
  public static final PingWay DEFAULT = new PingWay("", "", Duration.ZERO, false);
}
