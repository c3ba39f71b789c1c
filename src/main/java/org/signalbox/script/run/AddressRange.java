// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.run;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An IP address or a block of them: {@code 10.0.0.0/8}, {@code 10.0.0.0/255.0.0.0}. */
public final class AddressRange {
  private final byte[] network;
  private final byte[] mask;

  private AddressRange(byte[] network, byte[] mask) {
    this.network = network;
    this.mask = mask;
    for (int i = 0; i < network.length; i++) {
      network[i] &= mask[i];
    }
  }

  /** Reads a range; null when the text is none. Host names are not looked up. */
  public static @Nullable AddressRange parse(String text) {
    int slash = text.indexOf('/');
    byte[] network = bytes(slash < 0 ? text : text.substring(0, slash));
    if (network == null) {
      return null;
    }
    if (slash < 0) {
      return new AddressRange(network, ones(network.length * 8L, network.length));
    }
    String written = text.substring(slash + 1);
    long bits = Conversion.decimal(written, -1);
    byte[] mask = bits < 0 ? bytes(written) : prefix(bits, network.length);
    return mask == null || mask.length != network.length ? null : new AddressRange(network, mask);
  }

  /** The range of one resolved address. */
  public static AddressRange of(InetAddress address) {
    byte[] bytes = address.getAddress();
    return new AddressRange(bytes, ones(bytes.length * 8L, bytes.length));
  }

  /** Whether an address in text form lies in it. */
  public boolean contains(String address) {
    byte[] bytes = bytes(address);
    if (bytes == null || bytes.length != network.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((bytes[i] & mask[i]) != network[i]) {
        return false;
      }
    }
    return true;
  }

  /** The mask of a written prefix length, or null when the address has fewer bits. */
  private static byte @Nullable [] prefix(long bits, int length) {
    return bits > length * 8L ? null : ones(bits, length);
  }

  private static byte[] ones(long bits, int length) {
    byte[] mask = new byte[length];
    for (int i = 0; i < bits; i++) {
      mask[i / 8] |= (byte) (0x80 >> (i % 8));
    }
    return mask;
  }

  /** The bytes of a literal address, or null; never asks DNS. */
  private static byte @Nullable [] bytes(String literal) {
    if (literal.indexOf(':') < 0) {
      return version4(literal);
    }
    try {
      String bare =
          literal.startsWith("[") && literal.endsWith("]")
              ? literal.substring(1, literal.length() - 1)
              : literal;
      return bare.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == ':' || c == '.')
          ? InetAddress.getByName(bare).getAddress()
          : null;
    } catch (UnknownHostException e) {
      return null;
    }
  }

  private static byte @Nullable [] version4(String literal) {
    byte[] bytes = new byte[4];
    int part = 0;
    int value = -1;
    for (int i = 0; i <= literal.length(); i++) {
      char c = i < literal.length() ? literal.charAt(i) : '.';
      if (c == '.') {
        if (value < 0 || part > 3) {
          return null;
        }
        bytes[part++] = (byte) value;
        value = -1;
      } else if (c >= '0' && c <= '9') {
        value = Math.max(value, 0) * 10 + (c - '0');
        if (value > 255) {
          return null;
        }
      } else {
        return null;
      }
    }
    return part == 4 ? bytes : null;
  }

  @Override
  public String toString() {
    return Arrays.toString(network) + "/" + Arrays.toString(mask);
  }
}
