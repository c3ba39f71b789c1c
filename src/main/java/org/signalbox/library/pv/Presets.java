// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.pv;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.Value;

/** Reads {@code name=i:4}, {@code name=s:text} and lists of aliases of module parameters. */
final class Presets {
  private Presets() {}

  /** What is wrong with a preset, or null. */
  static @Nullable String problem(String preset) {
    String problem = "must be 'name=i:number' or 'name=s:text', not '" + preset + "'";
    int equals = preset.indexOf('=');
    if (equals <= 0) {
      return problem;
    }
    String value = preset.substring(equals + 1);
    boolean number = value.startsWith("i:") && isNumber(value.substring(2));
    return number || value.startsWith("s:") ? null : problem;
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && Value.of(text).reading() == Value.Reading.NUMBER;
  }

  /** Gives name and value of a preset that has no {@link #problem}. */
  static void read(String preset, BiConsumer<String, Value> taker) {
    int equals = preset.indexOf('=');
    String text = preset.substring(equals + 3);
    Value value =
        preset.charAt(equals + 1) == 'i' ? Value.of(Value.of(text).number()) : Value.of(text);
    taker.accept(preset.substring(0, equals), value);
  }

  /** What is wrong with a list of aliases, or null. */
  static @Nullable String aliasProblem(String list) {
    for (String alias : list.split(";", -1)) {
      if (!alias.isBlank() && !alias.strip().matches("[^=]+=\\s*(\\$avp\\([^)]+\\)|[is]:.+)")) {
        return "must be 'name=i:10;other=s:name', not '" + list + "'";
      }
    }
    return null;
  }

  /** Gives each alias with what it stands for. */
  static void aliases(String list, BiConsumer<String, String> taker) {
    for (String alias : list.split(";", -1)) {
      int equals = alias.indexOf('=');
      if (equals > 0) {
        String name = alias.substring(equals + 1).strip();
        boolean variable = name.startsWith("$avp(");
        taker.accept(
            alias.substring(0, equals).strip(),
            variable ? name.substring(5, name.length() - 1) : name);
      }
    }
  }
}
