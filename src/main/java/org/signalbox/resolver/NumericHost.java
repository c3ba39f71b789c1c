// SPDX-License-Identifier: Apache-2.0
package org.signalbox.resolver;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Address;

/** Reads addresses, and never asks anybody: the JDK's own way would take a name for a question. */
public final class NumericHost {
  private NumericHost() {}

  /** The address that a host is (IPv6 with or without brackets), or null when it is a name. */
  public static @Nullable InetAddress parse(String host) {
    int length = host.length();
    if (length > 2 && host.charAt(0) == '[' && host.charAt(length - 1) == ']') {
      return parse(host.substring(1, length - 1), Address.IPv6);
    }
    if (host.indexOf(':') >= 0) {
      return parse(host, Address.IPv6);
    }
    return length > 0 && Character.digit(host.charAt(0), 10) >= 0
        ? parse(host, Address.IPv4)
        : null;
  }

  /** An address without a name, 4 or 16 bytes long. */
  static InetAddress of(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("an address has 4 or 16 bytes", e);
    }
  }

  private static @Nullable InetAddress parse(String host, int family) {
    byte[] bytes = Address.toByteArray(host, family);
    return bytes == null ? null : of(bytes);
  }
}
