// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import org.signalbox.sip.HeaderType;

/** The headers that belong to the container (JSR 289 §5.4.2). */
final class SystemHeaders {
  private SystemHeaders() {}

  /**
   * Refuses to let an application write a header that is not its own.
   *
   * @param contactIsFree whether Contact may be set: in REGISTER, in its responses, in 3xx and 485,
   *     and in the response to OPTIONS
   */
  static void requireWritable(HeaderType type, boolean contactIsFree) {
    boolean system =
        switch (type) {
          case FROM, TO, CALL_ID, CSEQ, VIA, ROUTE, RECORD_ROUTE, PATH, RACK, RSEQ -> true;
          case CONTACT -> !contactIsFree;
          default -> false;
        };
    if (system) {
      throw new IllegalArgumentException(
          type.wireName() + " is a system header: the container writes it (JSR 289 §5.4.2).");
    }
  }

  /** Refuses a text that would break out of its header line. */
  static void requireOneLine(String name, String value) {
    for (int at = 0; at < value.length(); at++) {
      char character = value.charAt(at);
      if (character == '\r' || character == '\n' || character == '\0') {
        throw new IllegalArgumentException("The value of " + name + " contains a line end.");
      }
    }
    boolean token = !name.isEmpty();
    for (int at = 0; at < name.length(); at++) {
      token &= isTokenCharacter(name.charAt(at));
    }
    if (!token) {
      throw new IllegalArgumentException("'" + name + "' is no token (RFC 3261 §25.1).");
    }
  }

  private static boolean isTokenCharacter(char character) {
    return character < 0x80
        && (Character.isLetterOrDigit(character) || "-.!%*_+`'~".indexOf(character) >= 0);
  }
}
