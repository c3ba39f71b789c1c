// SPDX-License-Identifier: Apache-2.0
package org.signalbox.rpc;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes answers as JSON exactly as Kamailio does (rpc.md §3.3): names that come twice are written
 * twice, the pretty form indents with tabs and keeps the items of a list in their line.
 */
final class JsonWriter {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final StringBuilder out = new StringBuilder();
  private final boolean pretty;

  private JsonWriter(boolean pretty) {
    this.pretty = pretty;
  }

  /**
   * Writes one value.
   *
   * @param value see {@link RpcArray} for what it may be
   * @param pretty with line ends and tabs
   */
  static String write(@Nullable Object value, boolean pretty) {
    JsonWriter writer = new JsonWriter(pretty);
    writer.value(value, 0);
    return writer.out.toString();
  }

  private void value(@Nullable Object value, int depth) {
    if (value instanceof RpcStruct struct) {
      object(struct.members(), depth);
    } else if (value instanceof RpcArray array) {
      array(array.items(), depth);
    } else if (value instanceof String text) {
      string(text);
    } else if (value instanceof Instant time) {
      string(TIME.format(time));
    } else if (value instanceof Double number) {
      out.append(fraction(number));
    } else {
      out.append(value);
    }
  }

  private void object(List<RpcStruct.Member> members, int depth) {
    out.append('{');
    String separator = "";
    for (RpcStruct.Member member : members) {
      out.append(separator);
      newLine(depth + 1);
      string(member.name());
      out.append(pretty ? ":\t" : ":");
      value(member.value(), depth + 1);
      separator = ",";
    }
    newLine(depth);
    out.append('}');
  }

  private void array(List<@Nullable Object> items, int depth) {
    out.append('[');
    String separator = "";
    for (Object item : items) {
      out.append(separator);
      value(item, depth + 1);
      separator = pretty ? ", " : ",";
    }
    out.append(']');
  }

  private void newLine(int depth) {
    if (pretty) {
      out.append('\n').append("\t".repeat(depth));
    }
  }

  private static String fraction(double number) {
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      return String.valueOf((long) number);
    }
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return "null";
    }
    double size = Math.abs(number);
    return String.format(Locale.ROOT, size < 1e-6 || size > 1e9 ? "%e" : "%f", number);
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
