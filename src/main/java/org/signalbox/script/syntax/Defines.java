// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.syntax;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that the preprocessor replaces, with their texts (script.md §2). */
final class Defines {
  /** Kamailio's own bound. */
  static final int LIMIT = 512;

  private final Map<String, String> texts = new LinkedHashMap<>();
  private final int predefined;

  /** Begins with the names that every file sees. */
  Defines() {
    Map<String, String> initial = new LinkedHashMap<>();
    initial.put("KAMAILIO_5", "");
    initial.put("KAMAILIO_5_6", "");
    initial.put("KAMAILIO_5_6_3", "");
    initial.put("KAMAILIO_VERSION", "5006003");
    initial.put("OS_NAME", "\"linux\"");
    initial.put("SIGNALBOX", "");
    texts.putAll(initial);
    predefined = initial.size();
  }

  boolean has(String name) {
    return texts.containsKey(name);
  }

  /** The text of a define, empty when it has none; null when there is no such define. */
  @Nullable String text(String name) {
    return texts.get(name);
  }

  void put(String name, String text) {
    texts.put(name, text);
  }

  boolean remove(String name) {
    return texts.remove(name) != null;
  }

  boolean full() {
    return texts.size() - predefined >= LIMIT;
  }

  /** Every name with its text, for variables that read them; in order of definition. */
  Map<String, String> all() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(texts));
  }
}
