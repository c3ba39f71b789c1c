// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a JSON text (RFC 8259) whose chars are bytes. Null stands for what is malformed. */
final class JsonReader {
  private static final int DEEPEST = 32;
  private static final String BLANKS = " \t\r\n";
  private static final Pattern LITERAL =
      Pattern.compile("true|false|null|-?(0|[1-9][0-9]*+)(\\.[0-9]++)?([eE][-+]?[0-9]++)?");

  private final String text;
  private int at;

  private JsonReader(String text) {
    this.text = text;
  }

  /** The value that the whole text is, or null. */
  static @Nullable JsonValue read(String text) {
    JsonReader reader = new JsonReader(text);
    JsonValue value = reader.value(0);
    reader.skipBlanks();
    return reader.at == text.length() ? value : null;
  }

  private @Nullable JsonValue value(int depth) {
    skipBlanks();
    if (depth > DEEPEST || at >= text.length()) {
      return null;
    }
    return switch (text.charAt(at)) {
      case '{' -> members(depth);
      case '[' -> elements(depth);
      case '"' -> string();
      default -> literal();
    };
  }

  private JsonValue.@Nullable Members members(int depth) {
    Map<String, JsonValue> map = new LinkedHashMap<>();
    at++;
    if (taken('}')) {
      return new JsonValue.Members(map);
    }
    do {
      skipBlanks();
      JsonValue.Text name = string();
      JsonValue value = name != null && taken(':') ? value(depth + 1) : null;
      if (name == null || value == null) {
        return null;
      }
      map.put(name.shown(), value);
    } while (taken(','));
    return taken('}') ? new JsonValue.Members(map) : null;
  }

  private JsonValue.@Nullable Elements elements(int depth) {
    List<JsonValue> list = new ArrayList<>();
    at++;
    if (taken(']')) {
      return new JsonValue.Elements(list);
    }
    do {
      JsonValue value = value(depth + 1);
      if (value == null) {
        return null;
      }
      list.add(value);
    } while (taken(','));
    return taken(']') ? new JsonValue.Elements(list) : null;
  }

  private JsonValue.@Nullable Literal literal() {
    int from = at;
    while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String written = text.substring(from, at);
    return LITERAL.matcher(written).matches() ? new JsonValue.Literal(written) : null;
  }

  private JsonValue.@Nullable Text string() {
    if (!taken('"')) {
      return null;
    }
    StringBuilder out = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return new JsonValue.Text(out.toString());
      }
      if (c < ' ' || (c == '\\' && !escape(out))) {
        return null;
      }
      if (c != '\\') {
        out.append(c);
      }
    }
    return null;
  }

  private boolean escape(StringBuilder out) {
    char c = at < text.length() ? text.charAt(at++) : 0;
    int known = "\"\\/bfnrt".indexOf(c);
    if (known >= 0) {
      out.append("\"\\/\b\f\n\r\t".charAt(known));
      return true;
    }
    return c == 'u' && unicode(out);
  }

  /** One code point; two escapes may be the halves of one. */
  private boolean unicode(StringBuilder out) {
    int unit = unit();
    if (unit < 0) {
      return false;
    }
    String decoded = String.valueOf((char) unit);
    if (Character.isHighSurrogate((char) unit) && text.startsWith("\\u", at)) {
      at += 2;
      int low = unit();
      if (low < 0) {
        return false;
      }
      decoded += (char) low;
    }
    out.append(new String(decoded.getBytes(UTF_8), ISO_8859_1));
    return true;
  }

  private int unit() {
    int from = at;
    at += 4;
    for (int i = from; i < at; i++) {
      if (i >= text.length() || !HexFormat.isHexDigit(text.charAt(i))) {
        return -1;
      }
    }
    return HexFormat.fromHexDigits(text, from, at);
  }

  private boolean taken(char wanted) {
    skipBlanks();
    boolean here = at < text.length() && text.charAt(at) == wanted;
    at += here ? 1 : 0;
    return here;
  }

  private void skipBlanks() {
    while (at < text.length() && BLANKS.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }
}
