// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** IP addresses as text: IPv4 dotted, IPv6 as RFC 5952 writes it, without brackets or zone. */
public final class AddressText {

  private AddressText() {}

  public static String of(@Nullable InetAddress address) {
    OutputBuffer text = new OutputBuffer(48);
    append(text, address);
    return text.toString();
  }

  /** IPv6 in brackets, as hosts of URIs and Via are written. */
  public static String host(@Nullable InetAddress address) {
    return address instanceof Inet6Address ? "[" + of(address) + "]" : of(address);
  }

  static void append(OutputBuffer out, @Nullable InetAddress address) {
    if (address == null) {
      return;
    }
    byte[] bytes = address.getAddress();
    if (bytes.length == 16) {
      appendV6(out, bytes);
      return;
    }
    for (int i = 0; i < bytes.length; i++) {
      if (i > 0) {
        out.append('.');
      }
      out.append((long) (bytes[i] & 0xff));
    }
  }

  private static void appendV6(OutputBuffer out, byte[] bytes) {
    int zeros = longestZeros(bytes);
    int from = zeros >>> 8;
    int to = from + (zeros & 0xff);
    for (int i = 0; i < 8; i++) {
      if (i == from && to > from) {
        out.append("::");
        i = to - 1;
        continue;
      }
      if (i > 0 && i != to) {
        out.append(':');
      }
      out.appendHex(group(bytes, i));
    }
  }

  private static int group(byte[] bytes, int i) {
    return ((bytes[2 * i] & 0xff) << 8) | (bytes[2 * i + 1] & 0xff);
  }

  /**
   * Start and length, in one int each byte, of the first longest run of two or more zero groups.
   */
  private static int longestZeros(byte[] bytes) {
    int best = 0;
    int from = 0;
    while (from < 8) {
      int to = from;
      while (to < 8 && group(bytes, to) == 0) {
        to++;
      }
      if (to - from > Math.max(1, best & 0xff)) {
        best = (from << 8) | (to - from);
      }
      from = to + 1;
    }
    return best;
  }

  /** Whether a range spells this address; IPv6 with or without brackets. */
  static boolean same(byte[] a, int from, int to, @Nullable InetAddress address) {
    if (address == null) {
      return false;
    }
    return address instanceof Inet6Address
        ? sameV6(a, from, to, address)
        : sameV4(a, from, to, address.getAddress());
  }

  private static boolean sameV4(byte[] a, int from, int to, byte[] address) {
    int at = from;
    for (int i = 0; i < 4; i++) {
      int end = HostReader.portEnd(a, at, to);
      if (Ascii.number(a, at, end, 255) != (address[i] & 0xff)) {
        return false;
      }
      boolean last = i == 3;
      if (last ? end != to : end == to || a[end] != '.') {
        return false;
      }
      at = end + 1;
    }
    return true;
  }

  private static boolean sameV6(byte[] a, int from, int to, InetAddress address) {
    boolean brackets = to - from > 2 && a[from] == '[' && a[to - 1] == ']';
    String text = brackets ? Ascii.text(a, from + 1, to - 1) : Ascii.text(a, from, to);
    if (text.indexOf(':') < 0) {
      return false;
    }
    try {
      // A text with colons is never looked up.
      return Arrays.equals(InetAddress.getByName(text).getAddress(), address.getAddress());
    } catch (UnknownHostException notAnAddress) {
      return false;
    }
  }
}
