// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

/**
 * Kamailio's form on stderr: {@code 1(4711) ERROR: <script>: text}, with the number of the thread
 * in the place of a process' index, in colours if wanted (runtime.md §4).
 */
record StderrForm(boolean colours) implements LineForm {
  private static final long PID = ProcessHandle.current().pid();
  private static final String END = "\u001b[0;39;49m";

  @Override
  public String of(int level, String facility, String text) {
    String line = "%2d(%d) ".formatted(Thread.currentThread().getId(), PID) + word(level, text);
    return colours ? coloured(level, line) : line;
  }

  private static String word(int level, String text) {
    return LineForm.word(level) + ": " + text;
  }

  private static String coloured(int level, String line) {
    String begin =
        switch (LineForm.word(level)) {
          case "ALERT", "BUG" -> "\u001b[1;31;49m";
          case "CRITICAL" -> "\u001b[0;33;49m";
          case "ERROR" -> "\u001b[0;31;49m";
          case "WARNING" -> "\u001b[0;35;49m";
          default -> "";
        };
    return begin.isEmpty() ? line : begin + line + END;
  }
}
