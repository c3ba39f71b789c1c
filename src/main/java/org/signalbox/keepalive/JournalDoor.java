// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Executor;
import org.signalbox.timer.TimeSource;

/**
 * Opens the journal of a data directory in whatever shape the last run left it. Nothing that cannot
 * be understood is ever overwritten: it is put aside under another name, and said.
 *
 * @param remembered what the last run left behind
 * @param changes where this run's changes go
 */
record JournalDoor(Remembered remembered, ChangeLog changes) {
  /** For a server without a data directory. */
  static final JournalDoor NONE = new JournalDoor(Remembered.NOTHING, ChangeLog.NONE);

  static final String NAME = "destinations.journal";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  static JournalDoor open(Path directory, TimeSource time, Executor worker) {
    Path file = directory.resolve(NAME);
    try {
      Files.createDirectories(directory);
      Path unfinished = file.resolveSibling(NAME + ".new");
      if (Files.notExists(file) && Files.exists(unfinished)) {
        // The last run was stopped between putting a file aside and renaming its replacement.
        Files.move(unfinished, file);
      }
      JournalFile read = Files.exists(file) ? JournalFile.read(file) : null;
      if (read == null) {
        JournalWriter.write(file, Remembered.NOTHING);
      } else if (read.damaged() > 0) {
        putAside(file, read, time);
      } else if (read.whole() == 0) {
        JournalWriter.write(file, Remembered.NOTHING);
      } else if (read.torn()) {
        cut(file, read);
      }
      JournalFile now = JournalFile.read(file);
      return new JournalDoor(now.remembered(), new Journal(file, now, time, worker));
    } catch (IOException e) {
      KeepaliveLog.LOG.journalUnusable(file, e);
      return NONE;
    }
  }

  private static void putAside(Path file, JournalFile read, TimeSource time) throws IOException {
    String aside = NAME + ".unreadable-" + STAMP.format(time.instant());
    Path kept = file.resolveSibling(aside);
    for (int i = 2; Files.exists(kept); i++) {
      kept = file.resolveSibling(aside + "-" + i);
    }
    Path fresh = file.resolveSibling(NAME + ".new");
    JournalWriter.write(fresh, read.remembered());
    Files.move(file, kept);
    Files.move(fresh, file);
    JournalWriter.syncDirectory(file);
    KeepaliveLog.LOG.journalUnreadable(
        file, read.damaged(), kept, read.remembered().entries().size());
  }

  private static void cut(Path file, JournalFile read) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(read.whole());
      channel.force(true);
    }
    KeepaliveLog.LOG.journalRepaired(file, read.length() - read.whole());
  }
}
