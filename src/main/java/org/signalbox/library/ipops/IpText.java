// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.ipops;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An address that a text spells: four numbers, or IPv6 with or without brackets. */
final class IpText {
  private static final Pattern V4 =
      Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
  private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
  private static final int V4_BYTES = 4;

  private final byte[] bytes;
  private final boolean bracketed;

  private IpText(byte[] bytes, boolean bracketed) {
    this.bytes = bytes;
    this.bracketed = bracketed;
  }

  /** The address, or null when the text is none. */
  static @Nullable IpText parse(String text) {
    int length = text.length();
    boolean brackets = length > 2 && text.charAt(0) == '[' && text.charAt(length - 1) == ']';
    String bare = brackets ? text.substring(1, length - 1) : text;
    byte[] bytes =
        V6.matcher(bare).matches()
            ? sixteen(bare)
            : brackets ? null : V4.matcher(bare).matches() ? four(bare) : null;
    return bytes == null ? null : new IpText(bytes, brackets);
  }

  private static byte @Nullable [] four(String text) {
    String[] parts = text.split("\\.", -1);
    byte[] bytes = new byte[V4_BYTES];
    for (int i = 0; i < bytes.length; i++) {
      int number = Integer.parseInt(parts[i]);
      if (number > 255) {
        return null;
      }
      bytes[i] = (byte) number;
    }
    return bytes;
  }

  private static byte @Nullable [] sixteen(String text) {
    try {
      byte[] bytes =
          InetAddress.getByName(text).getAddress(); // what has a colon is never looked up
      return bytes.length == V4_BYTES ? mapped(bytes) : bytes;
    } catch (UnknownHostException notAnAddress) {
      return null;
    }
  }

  /** {@code ::ffff:1.2.3.4}, of which the JDK makes IPv4. */
  private static byte[] mapped(byte[] four) {
    byte[] bytes = new byte[16];
    bytes[10] = -1;
    bytes[11] = -1;
    System.arraycopy(four, 0, bytes, 12, V4_BYTES);
    return bytes;
  }

  boolean isV4() {
    return bytes.length == V4_BYTES;
  }

  boolean isV6() {
    return bytes.length != V4_BYTES;
  }

  boolean isBracketed() {
    return bracketed;
  }

  /** How many bits an address of its family has. */
  int bits() {
    return bytes.length * 8;
  }

  boolean sameAs(IpText other) {
    return Arrays.equals(bytes, other.bytes);
  }

  boolean is(InetAddress address) {
    return Arrays.equals(bytes, address.getAddress());
  }

  /** Whether its first bits are those of another address of its family. */
  boolean begins(IpText other, int bits) {
    if (bytes.length != other.bytes.length) {
      return false;
    }
    int whole = bits / 8;
    int rest = bits % 8;
    return Arrays.equals(bytes, 0, whole, other.bytes, 0, whole)
        && (rest == 0 || high(bytes[whole], rest) == high(other.bytes[whole], rest));
  }

  private static int high(byte octet, int bits) {
    return (octet & 0xff) >> (8 - bits);
  }
}
