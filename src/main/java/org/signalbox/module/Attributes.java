// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.signalbox.script.plan.Unresolvable;

/**
 * What a text parameter says in one line: {@code name=ta;interval=5;mode=1}. Values may stand in
 * single quotes. Immutable; for {@link Parameter#function}, so its complaints are {@link
 * Unresolvable}.
 */
public final class Attributes {
  private final Map<String, String> values = new LinkedHashMap<>();

  private Attributes() {}

  /**
   * Reads a line.
   *
   * @param known the names that it may have
   * @throws Unresolvable when it has another
   */
  public static Attributes of(String line, String... known) {
    Attributes attributes = new Attributes();
    List<String> names = List.of(known);
    for (String attribute : line.split(";", -1)) {
      if (!attribute.isBlank()) {
        int equals = attribute.indexOf('=');
        String name = (equals < 0 ? attribute : attribute.substring(0, equals)).strip();
        if (!names.contains(name)) {
          throw new Unresolvable(
              "'" + name + "' is unknown; there are " + String.join(", ", names));
        }
        attributes.values.put(name, unquoted(attribute.substring(equals + 1).strip()));
      }
    }
    return attributes;
  }

  /** Whether the line has a value for that name. */
  public boolean has(String name) {
    return !text(name, "").isEmpty();
  }

  /** A value, or another where there is none. */
  public String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  /** A value that must be there. */
  public String text(String name) {
    if (!has(name)) {
      throw new Unresolvable(name + "=... is missing");
    }
    return text(name, "");
  }

  /** A whole number, or another where there is none. */
  public long number(String name, long otherwise) {
    String value = text(name, "");
    if (value.isEmpty()) {
      return otherwise;
    }
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new Unresolvable(name + "=" + value + " is no number");
    }
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("'") && value.endsWith("'");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
