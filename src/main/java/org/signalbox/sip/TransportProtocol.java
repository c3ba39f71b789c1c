// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

/** A transport of RFC 3261 §18 with its Via name, default port and Kamailio's number for it. */
public enum TransportProtocol {
  UDP(1, 5060, false),
  TCP(2, 5060, true),
  TLS(3, 5061, true),
  SCTP(4, 5060, true),
  WS(5, 80, true),
  WSS(6, 443, true);

  private final int number;
  private final int defaultPort;
  private final boolean reliable;

  TransportProtocol(int number, int defaultPort, boolean reliable) {
    this.number = number;
    this.defaultPort = defaultPort;
    this.reliable = reliable;
  }

  /** Kamailio's number for the protocol, as {@code $pr} and the RPC commands show it. */
  public int number() {
    return number;
  }

  /** The port that a URI without one means (RFC 3261 §19.1.2). */
  public int defaultPort() {
    return defaultPort;
  }

  /** Whether messages are never lost silently, so that nothing is retransmitted over it. */
  public boolean reliable() {
    return reliable;
  }
}
