// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * One line of the journal: a checksum, a verb, and fields by name, so that later versions can add
 * some: {@code 6f1c0d2a add id=7 uri=sip%3A192.0.2.1 owner=gw added=2026-01-01T00:00:00Z}.
 */
record JournalLine(Verb verb, Map<String, String> fields) {
  private static final int CHECKSUM = 8;

  /** What happened. */
  enum Verb {
    /** A destination was added: id, uri, owner, added, and what is special about it. */
    ADD,
    /** What is special about the destination id has changed to this. */
    SET,
    /** The same about one that the configuration file names: uri, owner; id is 0. */
    FIXED,
    /** All are paused, or without fields none is; id is 0. */
    PAUSE,
    /** The destination id was removed. */
    REMOVE,
    /** All destinations up to id were removed. */
    FLUSH,
    /** Numbers up to id were given away. */
    LAST
  }

  static JournalLine of(Verb verb, long id) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("id", Long.toString(id));
    return new JournalLine(verb, fields);
  }

  static JournalLine added(Remembered.Entry entry) {
    JournalLine line = of(Verb.ADD, entry.id());
    line.fields.put("uri", entry.key().uri());
    line.fields.put("owner", entry.key().owner());
    line.fields.put("added", entry.added().toString());
    line.fields.putAll(entry.special().fields());
    return line;
  }

  static JournalLine changed(WatchedDestination destination) {
    if (destination.fixed()) {
      return fixed(destination.key(), destination.special());
    }
    JournalLine line = of(Verb.SET, destination.id());
    line.fields.putAll(destination.special().fields());
    return line;
  }

  static JournalLine fixed(DestinationKey key, Special special) {
    JournalLine line = of(Verb.FIXED, 0);
    line.fields.put("uri", key.uri());
    line.fields.put("owner", key.owner());
    line.fields.putAll(special.fields());
    return line;
  }

  static JournalLine paused(@Nullable Pause pause) {
    JournalLine line = of(Verb.PAUSE, 0);
    if (pause != null) {
      line.fields.putAll(Special.fields(pause));
    }
    return line;
  }

  long id() {
    return Long.parseLong(field("id"));
  }

  DestinationKey key() {
    return DestinationKey.of(field("uri"), field("owner"), special().own());
  }

  Special special() {
    return Special.of(this);
  }

  Remembered.Entry entry() {
    return new Remembered.Entry(id(), key(), special(), Instant.parse(field("added")));
  }

  /** The line as it stands in the file, with its end. */
  String text() {
    StringBuilder text = new StringBuilder(verb.name().toLowerCase(Locale.ROOT));
    fields.forEach(
        (name, value) -> text.append(' ').append(name).append('=').append(escape(value)));
    return checksum(text.toString()) + ' ' + text + '\n';
  }

  /** Reads a line without its end; null when it is damaged or unknown. */
  static @Nullable JournalLine parse(String text) {
    if (text.length() <= CHECKSUM + 1) {
      return null;
    }
    String content = text.substring(CHECKSUM + 1);
    if (!checksum(content).equals(text.substring(0, CHECKSUM))) {
      return null;
    }
    try {
      String[] words = content.split(" ", -1);
      JournalLine line =
          new JournalLine(Verb.valueOf(words[0].toUpperCase(Locale.ROOT)), new LinkedHashMap<>());
      for (int i = 1; i < words.length; i++) {
        int equals = words[i].indexOf('=');
        line.fields.put(
            words[i].substring(0, equals),
            URLDecoder.decode(words[i].substring(equals + 1), StandardCharsets.UTF_8));
      }
      line.id();
      line.special();
      if (line.verb == Verb.ADD) {
        line.entry();
      } else if (line.verb == Verb.FIXED) {
        line.key();
      }
      return line;
    } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeParseException e) {
      return null;
    }
  }

  private String field(String name) {
    String value = fields.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }

  private static String escape(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String checksum(String content) {
    CRC32 crc = new CRC32();
    crc.update(content.getBytes(StandardCharsets.UTF_8));
    String hex = Long.toHexString(crc.getValue());
    return "0".repeat(CHECKSUM - hex.length()) + hex;
  }
}
