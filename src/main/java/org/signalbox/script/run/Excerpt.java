// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.run;

/** Makes untrusted text fit for a log line: short, and on one line. */
public final class Excerpt {
  private static final int LONGEST = 64;

  private Excerpt() {}

  /** The begin of a text, with a dot for each control character. */
  public static String of(String text) {
    StringBuilder out = new StringBuilder(Math.min(text.length(), LONGEST));
    for (int i = 0; i < text.length() && i < LONGEST; i++) {
      char c = text.charAt(i);
      out.append(c < ' ' || c == 127 ? '.' : c);
    }
    return text.length() > LONGEST ? out.append("...").toString() : out.toString();
  }
}
