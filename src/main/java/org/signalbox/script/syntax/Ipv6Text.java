// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.syntax;

/** Recognises a bare IPv6 address in a text. */
final class Ipv6Text {
  private Ipv6Text() {}

  /** The offset behind the address that begins here, or the start when none does. */
  static int end(String text, int start) {
    int end = start;
    while (end < text.length()
        && (Scanner.isHex(text.charAt(end)) || ":.".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    boolean wordGoesOn = end < text.length() && Scanner.isWordPart(text.charAt(end));
    return !wordGoesOn && isAddress(text.substring(start, end)) ? end : start;
  }

  /** Whether a text is an IPv6 address without brackets (RFC 4291 §2.2). */
  static boolean isAddress(String address) {
    int gap = address.indexOf("::");
    if (gap >= 0 && address.indexOf("::", gap + 1) >= 0) {
      return false;
    }
    if (gap < 0) {
      return groups(address, true) == 8;
    }
    String before = address.substring(0, gap);
    String after = address.substring(gap + 2);
    int left = before.isEmpty() ? 0 : groups(before, false);
    int right = after.isEmpty() ? 0 : groups(after, true);
    return left >= 0 && right >= 0 && left + right <= 7;
  }

  /** How many 16-bit groups the text holds, or -1 when it is malformed. */
  private static int groups(String text, boolean mayEndInIpv4) {
    String[] parts = text.split(":", -1);
    int count = 0;
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i];
      if (part.indexOf('.') >= 0) {
        if (!mayEndInIpv4 || i != parts.length - 1 || !isIpv4(part)) {
          return -1;
        }
        count += 2;
      } else if (part.isEmpty() || part.length() > 4) {
        return -1;
      } else {
        count++;
      }
    }
    return count;
  }

  /** Whether a text is four numbers from 0 to 255 with dots. */
  static boolean isIpv4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return false;
    }
    for (String part : parts) {
      if (part.isEmpty()
          || part.length() > 3
          || !part.chars().allMatch(c -> Scanner.isDigit((char) c))
          || Integer.parseInt(part) > 255) {
        return false;
      }
    }
    return true;
  }
}
