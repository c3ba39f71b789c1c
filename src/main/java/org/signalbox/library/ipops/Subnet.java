// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.ipops;

import org.jspecify.annotations.Nullable;

/** Addresses that begin alike: {@code 10.0.0.0/8}; without a length, one address alone. */
record Subnet(IpText address, int bits) {

  /** The subnet that a text spells, or null. */
  static @Nullable Subnet parse(String text) {
    int slash = text.indexOf('/');
    IpText address = IpText.parse(slash < 0 ? text : text.substring(0, slash));
    if (address == null || address.isBracketed()) {
      return null;
    }
    int bits = slash < 0 ? address.bits() : bits(text.substring(slash + 1), address.bits());
    return bits < 0 ? null : new Subnet(address, bits);
  }

  /** Kamailio reads a length that is no number as 0: then every address is inside. Here none is. */
  private static int bits(String text, int most) {
    boolean number =
        !text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    int bits = number ? Integer.parseInt(text) : -1;
    return bits <= most ? bits : -1;
  }

  boolean has(IpText other) {
    return other.begins(address, bits);
  }
}
