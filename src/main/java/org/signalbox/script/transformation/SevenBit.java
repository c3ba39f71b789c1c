// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import java.util.Arrays;
import java.util.HexFormat;
import org.signalbox.script.Value;

/** Packs eight characters of seven bits into seven bytes (3GPP TS 23.038 §6.1.2.1). */
final class SevenBit {
  private SevenBit() {}

  /** The packed text in upper-case hexadecimal. */
  static Value encode(String text) {
    byte[] packed = new byte[(7 * text.length() + 7) / 8];
    for (int i = 0; i < text.length(); i++) {
      int bits = (text.charAt(i) & 0x7F) << (7 * i % 8);
      int at = 7 * i / 8;
      packed[at] |= (byte) bits;
      if (bits > 0xFF) {
        packed[at + 1] |= (byte) (bits >> 8);
      }
    }
    return Value.of(HexFormat.of().withUpperCase().formatHex(packed));
  }

  /** Seven bytes may hold eight characters or seven and padding: a last NUL is padding. */
  static Value decode(byte[] packed) {
    byte[] padded = Arrays.copyOf(packed, packed.length + 1);
    byte[] text = new byte[8 * packed.length / 7];
    for (int i = 0; i < text.length; i++) {
      int at = 7 * i / 8;
      int pair = (padded[at] & 0xFF) | (padded[at + 1] & 0xFF) << 8;
      text[i] = (byte) (pair >> (7 * i % 8) & 0x7F);
    }
    boolean filled = packed.length % 7 == 0 && text.length > 0 && text[text.length - 1] == 0;
    return Bytes.text(text, filled ? text.length - 1 : text.length);
  }
}
