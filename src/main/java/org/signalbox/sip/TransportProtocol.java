// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A transport of RFC 3261 §18 with its Via name, default port and Kamailio's number for it. */
public enum TransportProtocol {
  UDP(1, 5060, false),
  TCP(2, 5060, true),
  TLS(3, 5061, true),
  SCTP(4, 5060, true),
  WS(5, 80, true),
  WSS(6, 443, true);

  private static final TransportProtocol[] ALL = values();

  private final int number;
  private final int defaultPort;
  private final boolean reliable;
  private final String parameterName;

  TransportProtocol(int number, int defaultPort, boolean reliable) {
    this.number = number;
    this.defaultPort = defaultPort;
    this.reliable = reliable;
    this.parameterName = name().toLowerCase(Locale.ROOT);
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

  /** The name as it stands in Via, upper case (RFC 3261 §20.42). */
  public String viaName() {
    return name();
  }

  /** The name as it stands in a {@code transport} parameter, lower case (RFC 3261 §19.1.1). */
  public String parameterName() {
    return parameterName;
  }

  /** Whether what is sent cannot be read on the way. */
  public boolean secure() {
    return this == TLS || this == WSS;
  }

  /** The protocol of this name in any case, or null. */
  public static @Nullable TransportProtocol of(String name) {
    for (TransportProtocol protocol : ALL) {
      if (protocol.name().equalsIgnoreCase(name)) {
        return protocol;
      }
    }
    return null;
  }

  static @Nullable TransportProtocol of(byte[] bytes, int from, int to) {
    for (TransportProtocol protocol : ALL) {
      if (Ascii.equalsIgnoreCase(bytes, from, to, protocol.name())) {
        return protocol;
      }
    }
    return null;
  }
}
