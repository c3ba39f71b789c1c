// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a journal, read once at start.
 *
 * @param remembered what its good lines amount to
 * @param lines how many good lines it has
 * @param damaged how many lines before the last one cannot be understood; all, if it is no journal
 * @param whole where its last whole line ends; what follows was being written when somebody pulled
 *     the plug
 * @param length its size in bytes
 */
record JournalFile(Remembered remembered, int lines, int damaged, long whole, long length) {
  static final String HEADER = "signalbox-keepalive-journal 1\n";

  boolean torn() {
    return whole < length;
  }

  static JournalFile read(Path file) throws IOException {
    Replay replay = new Replay();
    long whole = 0;
    long length = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      ByteArrayOutputStream line = new ByteArrayOutputStream(256);
      for (int b = in.read(); b >= 0; b = in.read()) {
        length++;
        line.write(b);
        if (b == '\n') {
          replay.line(line.toString(StandardCharsets.UTF_8), whole == 0);
          line.reset();
          whole = length;
        }
      }
    }
    if (whole == 0 && length > HEADER.length()) {
      replay.damaged++;
    }
    return new JournalFile(replay.remembered(), replay.lines, replay.damaged, whole, length);
  }

  /** Goes through the lines; a removal or change may stand before its addition. */
  private static final class Replay {
    private final Map<Long, Remembered.Entry> entries = new TreeMap<>();
    private final Set<Long> removedEarly = new HashSet<>();
    private final Map<Long, Special> setEarly = new HashMap<>();
    private final Map<DestinationKey, Special> fixed = new HashMap<>();
    private @Nullable Pause pause;
    private long lastId;
    private int lines;
    private int damaged;

    void line(String text, boolean first) {
      if (first) {
        damaged += text.equals(HEADER) ? 0 : 1;
        return;
      }
      JournalLine line = JournalLine.parse(text.substring(0, text.length() - 1));
      if (line == null) {
        damaged++;
        return;
      }
      lines++;
      long id = line.id();
      lastId = Math.max(lastId, id);
      switch (line.verb()) {
        case ADD -> {
          if (!removedEarly.remove(id)) {
            entries.put(id, line.entry());
            set(id, setEarly.remove(id));
          }
        }
        case SET -> set(id, line.special());
        case FIXED -> fixed.put(line.key(), line.special());
        case PAUSE -> pause = Special.pause(line);
        case REMOVE -> {
          if (entries.remove(id) == null) {
            removedEarly.add(id);
          }
        }
        case FLUSH -> entries.keySet().removeIf(added -> added <= id);
        case LAST -> {}
      }
    }

    private void set(long id, @Nullable Special special) {
      Remembered.Entry entry = entries.get(id);
      if (special != null && entry != null) {
        entries.put(id, new Remembered.Entry(id, entry.key(), special, entry.added()));
      } else if (special != null) {
        setEarly.put(id, special);
      }
    }

    Remembered remembered() {
      return new Remembered(lastId, List.copyOf(entries.values()), Map.copyOf(fixed), pause);
    }
  }
}
