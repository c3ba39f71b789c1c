// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** Writes a whole journal at once. */
final class JournalWriter {

  private JournalWriter() {}

  /** Writes a file that holds just this, down to the disk; where that fails there is no file. */
  static void write(Path file, Remembered content) throws IOException {
    boolean whole = false;
    try {
      writeThrough(file, content);
      whole = true;
    } finally {
      if (!whole) {
        Files.deleteIfExists(file); // on a full disk every byte counts
      }
    }
  }

  private static void writeThrough(Path file, Remembered content) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        BufferedWriter out =
            new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8), 1 << 16)) {
      out.write(JournalFile.HEADER);
      out.write(JournalLine.of(JournalLine.Verb.LAST, content.lastId()).text());
      for (Remembered.Entry entry : content.entries()) {
        out.write(JournalLine.added(entry).text());
      }
      for (Map.Entry<DestinationKey, Special> each : content.fixed().entrySet()) {
        out.write(JournalLine.fixed(each.getKey(), each.getValue()).text());
      }
      out.write(JournalLine.paused(content.pause()).text());
      out.flush();
      channel.force(true);
    }
  }

  /** Makes a renaming last: without this a power cut may undo it. */
  static void syncDirectory(Path file) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    if (directory != null) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
