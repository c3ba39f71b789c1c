// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.signalbox.sip.Ascii;
import org.signalbox.sip.Octets;

/**
 * Between the two ways to hold what stands on the wire: scripts keep a byte in each char, while the
 * message model decodes UTF-8.
 */
public final class WireText {
  private WireText() {}

  /** The bytes of a range as scripts hold them. */
  public static String of(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, ISO_8859_1);
  }

  /** Bytes as scripts hold them. */
  public static String of(Octets octets) {
    return new String(octets.array(), octets.offset(), octets.length(), ISO_8859_1);
  }

  /** A text that the message model has decoded, as scripts hold it. */
  public static String bytes(String decoded) {
    return isAscii(decoded) ? decoded : new String(decoded.getBytes(UTF_8), ISO_8859_1);
  }

  /** A text of a script as the message model holds it, so that it is sent byte by byte. */
  public static String decoded(String bytes) {
    if (isAscii(bytes)) {
      return bytes;
    }
    byte[] raw = bytes.getBytes(ISO_8859_1);
    return Ascii.text(raw, 0, raw.length);
  }

  /** The bytes of a text of a script. */
  public static Octets octets(String bytes) {
    byte[] raw = bytes.getBytes(ISO_8859_1);
    return new Octets(raw, 0, raw.length);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
