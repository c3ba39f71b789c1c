// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

/**
 * One JSON object a line, with the fields of Kamailio's {@code log_engine_type="json"} (runtime.md
 * §4); what only C knows, the place in a source file, is empty.
 *
 * @param prefix before the names of fields
 * @param messagePrefix before the name of the message
 * @param rawMessage whether the message is JSON already
 * @param rawPrefix whether {@code log_prefix} is JSON fields already
 */
record JsonForm(String prefix, String messagePrefix, boolean rawMessage, boolean rawPrefix)
    implements LineForm {
  private static final long PID = ProcessHandle.current().pid();
  private static final String SCRIPT = "<script>: ";

  /** As the letters of {@code log_engine_data} want it; those without a meaning here are left. */
  static JsonForm of(String flags) {
    String prefix = flags.indexOf('a') >= 0 ? "kamailio." : "";
    return new JsonForm(
        prefix,
        flags.indexOf('A') >= 0 ? "" : prefix,
        flags.indexOf('j') >= 0,
        flags.indexOf('p') >= 0);
  }

  @Override
  public String of(int level, String facility, String text) {
    int script = text.indexOf(SCRIPT);
    String logPrefix = script < 0 ? "" : text.substring(0, script);
    String message = script < 0 ? text : text.substring(script + SCRIPT.length());
    StringBuilder out = new StringBuilder(160 + text.length()).append("{ ");
    number(out, "idx", Thread.currentThread().getId());
    number(out, "pid", PID);
    text(out, "level", LineForm.word(level));
    text(out, "module", script < 0 ? "core" : "xlog");
    text(out, "file", "");
    number(out, "line", 0);
    text(out, "function", "");
    if (rawPrefix && !logPrefix.isBlank()) {
      out.append(logPrefix.strip()).append(", ");
    } else {
      text(out, "logprefix", logPrefix);
    }
    quoted(out, messagePrefix + "message");
    out.append(": ");
    if (rawMessage) {
      out.append(message);
    } else {
      quoted(out, message);
    }
    return out.append(" }").toString();
  }

  private void number(StringBuilder out, String name, long value) {
    quoted(out, prefix + name);
    out.append(": ").append(value).append(", ");
  }

  private void text(StringBuilder out, String name, String value) {
    quoted(out, prefix + name);
    out.append(": ");
    quoted(out, value);
    out.append(", ");
  }

  private static void quoted(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
