// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

/** Finds the angle bracket before an address, behind a display name that may be quoted. */
final class AddressBrackets {
  private AddressBrackets() {}

  /** Its place, or -1; a quote that is never closed hides it. */
  static int open(String text) {
    boolean quoted = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\\' && quoted) {
        at++;
      } else if (c == '<' && !quoted) {
        return at;
      }
    }
    return -1;
  }
}
