// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.signalbox.script.Value;

/** Between texts, whose chars are bytes, and arrays of bytes. */
final class Bytes {
  /** Longest result of what can make much of little; Kamailio's bound is 65 535. */
  static final int LONGEST = 1 << 20;

  private Bytes() {}

  static byte[] of(String text) {
    return text.getBytes(ISO_8859_1);
  }

  static Value text(byte[] bytes) {
    return Value.of(new String(bytes, ISO_8859_1));
  }

  static Value text(byte[] bytes, int length) {
    return Value.of(new String(bytes, 0, length, ISO_8859_1));
  }
}
