// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

/**
 * What a ping looks like. Immutable.
 *
 * @param method of the request
 * @param from URI of the From header, without angle brackets
 * @param headers further header lines, each with its end; may be empty
 * @param maxForwards 0 to 255
 */
public record PingForm(String method, String from, String headers, int maxForwards) {

  /** Kamailio's. */
  public static final PingForm DEFAULT =
      new PingForm("OPTIONS", "sip:keepalive@kamailio.org", "", 70);
}
