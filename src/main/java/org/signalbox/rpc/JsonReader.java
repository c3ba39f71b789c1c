// SPDX-License-Identifier: Apache-2.0
package org.signalbox.rpc;

import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON document (RFC 8259): an object becomes an {@link RpcStruct}, which keeps the order
 * of its members, an array an {@link RpcArray}, a whole number a Long, another one a Double.
 */
final class JsonReader {
  /** How deep values may be nested. */
  static final int DEEPEST = 64;

  private final String text;
  private int at;
  private int depth;

  private JsonReader(String text) {
    this.text = text;
  }

  /** The document's value; null for {@code null}. */
  static @Nullable Object read(String document) throws JsonException {
    JsonReader reader = new JsonReader(document);
    Object value = reader.value();
    if (reader.peek() != END) {
      throw reader.wrong("something follows the document");
    }
    return value;
  }

  private static final char END = '\uffff';

  /** The next character that is no white space. */
  private char peek() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : END;
  }

  private JsonException wrong(String what) {
    return new JsonException(what, at);
  }

  private void expect(char wanted) throws JsonException {
    if (peek() != wanted) {
      throw wrong("expected '" + wanted + "'");
    }
    at++;
  }

  private @Nullable Object value() throws JsonException {
    return switch (peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private @Nullable Object word(String word, @Nullable Object value) throws JsonException {
    if (!text.startsWith(word, at)) {
      throw wrong("expected a value");
    }
    at += word.length();
    return value;
  }

  private RpcStruct object() throws JsonException {
    RpcStruct object = new RpcStruct();
    for (boolean more = begin('}'); more; more = next('}')) {
      if (peek() != '"') {
        throw wrong("expected a name");
      }
      String name = string();
      expect(':');
      object.add(name, value());
    }
    return object;
  }

  private RpcArray array() throws JsonException {
    RpcArray array = new RpcArray();
    for (boolean more = begin(']'); more; more = next(']')) {
      array.add(value());
    }
    return array;
  }

  /** Goes into an object or array; false when it is empty. */
  private boolean begin(char end) throws JsonException {
    at++;
    if (++depth > DEEPEST) {
      throw wrong("nested too deeply");
    }
    return peek() != end || !leave();
  }

  /** Goes on behind a value; false when it was the last one. */
  private boolean next(char end) throws JsonException {
    if (peek() == end) {
      return !leave();
    }
    expect(',');
    return true;
  }

  private boolean leave() {
    at++;
    depth--;
    return true;
  }

  private String string() throws JsonException {
    StringBuilder out = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return out.toString();
      }
      if (c < ' ') {
        throw wrong("a control character in a text");
      }
      out.append(c == '\\' ? escaped() : c);
    }
    throw wrong("a text without an end");
  }

  private char escaped() throws JsonException {
    char c = at < text.length() ? text.charAt(at++) : END;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw wrong("an unknown escape");
    };
  }

  private char unicode() throws JsonException {
    int value = 0;
    for (int end = at + 4; at < end; at++) {
      int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
      if (digit < 0) {
        throw wrong("four hexadecimal digits expected");
      }
      value = value << 4 | digit;
    }
    return (char) value;
  }

  private Object number() throws JsonException {
    int from = at;
    at += is('-') ? 1 : 0;
    int first = at;
    digits();
    if (at - first > 1 && text.charAt(first) == '0') {
      throw wrong("a number with a leading zero");
    }
    boolean whole = true;
    if (is('.')) {
      at++;
      digits();
      whole = false;
    }
    if (is('e') || is('E')) {
      at++;
      at += is('+') || is('-') ? 1 : 0;
      digits();
      whole = false;
    }
    String written = text.substring(from, at);
    return whole && written.length() < 19
        ? (Object) Long.valueOf(written)
        : Double.valueOf(written);
  }

  private boolean is(char wanted) {
    return at < text.length() && text.charAt(at) == wanted;
  }

  private void digits() throws JsonException {
    int from = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == from) {
      throw wrong("expected a value");
    }
  }
}
