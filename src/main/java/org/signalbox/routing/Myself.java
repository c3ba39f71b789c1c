// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import org.jspecify.annotations.Nullable;
import org.signalbox.sip.TransportProtocol;

/** Whether a host and port mean this server: listening points and aliases (script.md §4.2). */
@FunctionalInterface
public interface Myself {

  /**
   * Asks about one address.
   *
   * @param host a name or an address as a URI writes it, IPv6 with or without brackets
   * @param port 0 for any
   * @param protocol null for any
   */
  boolean is(String host, int port, @Nullable TransportProtocol protocol);
}
