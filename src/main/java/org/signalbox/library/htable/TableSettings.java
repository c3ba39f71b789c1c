// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.htable;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.Value;

/**
 * What a file says about a table: {@code name=>size=4;autoexpire=7200;initval=1} (modules.md §15).
 *
 * @param slots how many Kamailio would have; here they are for display and for locks
 * @param lifetime of an item in seconds; 0 for ever
 * @param initial what an absent item reads as; null for nothing
 * @param renewing whether an update begins the lifetime anew
 * @param databaseTable where its items would be kept; empty for nowhere
 * @param databaseMode whether they would be written back
 * @param replicated whether other servers would get them
 */
record TableSettings(
    String name,
    int slots,
    long lifetime,
    @Nullable Value initial,
    boolean renewing,
    String databaseTable,
    long databaseMode,
    boolean replicated) {

  private static final Set<String> NUMBERS =
      Set.of("size", "autoexpire", "initval", "updateexpire", "dbmode", "dmqreplicate");
  private static final Set<String> TEXTS = Set.of("dbtable", "cols", "coldelim", "colnull");
  private static final int FEWEST = 3;
  private static final int MOST = 14;

  /** What is wrong with a definition, or null. */
  static @Nullable String problem(String written) {
    int arrow = written.indexOf("=>");
    if (arrow <= 0 || written.substring(0, arrow).isBlank()) {
      return "must be 'name=>size=4;autoexpire=...', not '" + written + "'";
    }
    for (Map.Entry<String, String> attribute : attributes(written).entrySet()) {
      String problem = problem(attribute.getKey(), attribute.getValue());
      if (problem != null) {
        return problem;
      }
    }
    return null;
  }

  private static @Nullable String problem(String name, String value) {
    if (TEXTS.contains(name)) {
      return null;
    }
    if (!NUMBERS.contains(name)) {
      return "a table has no attribute '" + name + "'";
    }
    return value.matches("-?\\d{1,10}") ? null : name + "=" + value + " is no number";
  }

  /** Reads a definition that has no {@link #problem}. */
  static TableSettings of(String written) {
    Map<String, String> given = attributes(written);
    String initial = given.get("initval");
    return new TableSettings(
        written.substring(0, written.indexOf("=>")).strip(),
        1 << exponent(number(given, "size", FEWEST)),
        Math.max(0, number(given, "autoexpire", 0)),
        initial == null ? null : Value.of(Long.parseLong(initial)),
        number(given, "updateexpire", 1) != 0,
        given.getOrDefault("dbtable", ""),
        number(given, "dbmode", 0),
        number(given, "dmqreplicate", 0) != 0);
  }

  private static int exponent(long size) {
    return (int) Math.max(FEWEST, Math.min(MOST, size));
  }

  private static long number(Map<String, String> given, String name, long otherwise) {
    String value = given.get(name);
    return value == null ? otherwise : Long.parseLong(value);
  }

  private static Map<String, String> attributes(String written) {
    Map<String, String> attributes = new HashMap<>();
    for (String attribute : written.substring(written.indexOf("=>") + 2).split(";", -1)) {
      if (!attribute.isBlank()) {
        int equals = attribute.indexOf('=');
        String name = equals < 0 ? attribute : attribute.substring(0, equals);
        attributes.put(name.strip(), equals < 0 ? "" : value(attribute.substring(equals + 1)));
      }
    }
    return attributes;
  }

  private static String value(String written) {
    String value = written.strip();
    boolean quoted = value.length() > 1 && value.startsWith("'") && value.endsWith("'");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
