// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What only some destinations have; the others share {@link #NONE}. Immutable.
 *
 * @param own settings by name that differ from those of the file
 * @param pause whether and why it is not pinged
 * @param deed what was done to it last
 */
record Special(Map<String, String> own, @Nullable Pause pause, @Nullable Deed deed) {
  static final Special NONE = new Special(Map.of(), null, null);

  Special {
    own = Map.copyOf(own);
  }

  static Special of(Map<String, String> own) {
    return own.isEmpty() ? NONE : new Special(own, null, null);
  }

  Special with(@Nullable Pause other, Deed last) {
    return new Special(own, other, last);
  }

  Special with(Map<String, String> others, Deed last) {
    return new Special(others, pause, last);
  }

  /** As fields of a journal line. */
  Map<String, String> fields() {
    Map<String, String> fields = new TreeMap<>();
    own.forEach((name, value) -> fields.put("set." + name, value));
    if (pause != null) {
      fields.putAll(fields(pause));
    }
    if (deed != null) {
      fields.put("deed.what", deed.what());
      fields.put("deed.by", deed.by());
      fields.put("deed.at", deed.at().toString());
    }
    return fields;
  }

  static Map<String, String> fields(Pause pause) {
    Map<String, String> fields = new TreeMap<>();
    fields.put("pause.reason", pause.reason());
    fields.put("pause.since", pause.since().toString());
    fields.put("pause.by", pause.by());
    Instant until = pause.until();
    if (until != null) {
      fields.put("pause.until", until.toString());
    }
    return fields;
  }

  static Special of(JournalLine line) {
    Map<String, String> own = new TreeMap<>();
    String interval = line.fields().get("interval"); // as lines were written at first
    if (interval != null) {
      own.put(Setting.INTERVAL, Setting.text(Duration.parse(interval)));
    }
    line.fields()
        .forEach(
            (name, value) -> {
              if (name.startsWith("set.")) {
                own.put(name.substring(4), value);
              }
            });
    Special special = new Special(own, pause(line), deed(line));
    return special.equals(NONE) ? NONE : special;
  }

  static @Nullable Pause pause(JournalLine line) {
    String since = line.fields().get("pause.since");
    String until = line.fields().get("pause.until");
    return since == null
        ? null
        : new Pause(
            line.fields().getOrDefault("pause.reason", ""),
            until == null ? null : Instant.parse(until),
            Instant.parse(since),
            line.fields().getOrDefault("pause.by", ""));
  }

  private static @Nullable Deed deed(JournalLine line) {
    String at = line.fields().get("deed.at");
    return at == null
        ? null
        : new Deed(
            line.fields().getOrDefault("deed.what", ""),
            line.fields().getOrDefault("deed.by", ""),
            Instant.parse(at));
  }
}
