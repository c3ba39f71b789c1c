// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A value of a JSON text (RFC 8259 §3). */
sealed interface JsonValue {

  /** What a script sees of it: a string without quotes, a structure as JSON. */
  String shown();

  /** As JSON. */
  default String json() {
    return shown();
  }

  /** A member by its dotted path; null when there is none. */
  default @Nullable JsonValue at(String path) {
    return null;
  }

  /** Whether it is {@code null}, which a script takes for no value at all. */
  default boolean isNull() {
    return false;
  }

  /** A number as written, true, false or null. */
  record Literal(String text) implements JsonValue {
    @Override
    public boolean isNull() {
      return text.equals("null");
    }

    @Override
    public String shown() {
      return text;
    }
  }

  /** A string; its chars are bytes of UTF-8. */
  record Text(String shown) implements JsonValue {
    @Override
    public String json() {
      return '"' + ValClass.escaped(shown) + '"';
    }
  }

  /** An array. */
  record Elements(List<JsonValue> list) implements JsonValue {
    @Override
    public String shown() {
      return list.isEmpty()
          ? "[ ]"
          : list.stream().map(JsonValue::json).collect(Collectors.joining(", ", "[ ", " ]"));
    }
  }

  /** An object; of several members of one name the last counts. */
  record Members(Map<String, JsonValue> map) implements JsonValue {
    @Override
    public String shown() {
      return map.isEmpty()
          ? "{ }"
          : map.entrySet().stream()
              .map(entry -> new Text(entry.getKey()).json() + ": " + entry.getValue().json())
              .collect(Collectors.joining(", ", "{ ", " }"));
    }

    @Override
    public @Nullable JsonValue at(String path) {
      int dot = path.indexOf('.');
      JsonValue member = map.get(dot < 0 ? path : path.substring(0, dot));
      return dot < 0 || member == null ? member : member.at(path.substring(dot + 1));
    }
  }
}
