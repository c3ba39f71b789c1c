// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.textops;

import org.jspecify.annotations.Nullable;
import org.signalbox.script.run.Frame;

/** Bytes written as pairs of hexadecimal digits; blanks between them do not count. */
final class HexText {
  private HexText() {}

  /** The bytes as scripts hold them; null, with an error told, when the text is no such thing. */
  static @Nullable String decoded(String written, Frame frame) {
    String digits = written.replaceAll("[ \t\r\n]", "");
    if (digits.length() % 2 != 0 || !digits.matches("[0-9A-Fa-f]*")) {
      frame.error("no hexadecimal digits: <" + written + ">");
      return null;
    }
    StringBuilder bytes = new StringBuilder(digits.length() / 2);
    for (int i = 0; i < digits.length(); i += 2) {
      bytes.append((char) Integer.parseInt(digits.substring(i, i + 2), 16));
    }
    return bytes.toString();
  }
}
