// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.signalbox.keepalive.JournalLine.Verb;
import org.signalbox.timer.TimeSource;

/**
 * The file that remembers destinations across a restart: a line is appended for each change, and
 * when most lines are history the file is written anew beside the old one and renamed over it.
 *
 * <p>A line is with the kernel before {@link #added} returns, so killing the process loses nothing;
 * it is on the disk within a second, so a power cut loses at most that second. Waiting for the disk
 * and rewriting happen on a worker; the monitor is held for the time of one append only.
 */
final class Journal implements ChangeLog {
  private static final Duration SYNC_EVERY = Duration.ofSeconds(1);
  private static final Duration RETRY_EVERY = Duration.ofSeconds(10);
  private static final int ALWAYS_TOLERATED = 1000;

  private final Path file;
  private final TimeSource time;
  private final Executor worker;
  private final AtomicBoolean busy = new AtomicBoolean();

  /** Guarded by this, as is everything below. */
  private FileChannel channel;

  private long length;
  private int lines;
  private boolean unsynced;
  private boolean incomplete;
  private boolean closed;
  private boolean working;
  private long lastId;
  private @Nullable Pause pause;
  private long lastWork;

  /** What was appended since a rewrite began; null while there is none. */
  private @Nullable StringBuilder meanwhile;

  /**
   * @param file an existing journal that ends with a whole line
   * @param read what stands in it
   */
  Journal(Path file, JournalFile read, TimeSource time, Executor worker) throws IOException {
    this.file = file;
    this.time = time;
    this.worker = worker;
    channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    length = channel.size();
    lines = read.lines();
    lastId = read.remembered().lastId();
    pause = read.remembered().pause();
    lastWork = time.nanos();
  }

  @Override
  public synchronized void opened(long last) {
    if (last > lastId) {
      append(JournalLine.of(Verb.LAST, last).text(), 1);
    }
    lastId = Math.max(last, lastId);
  }

  @Override
  public void added(Collection<WatchedDestination> destinations) {
    if (destinations.isEmpty()) {
      return;
    }
    CharSequence text = lines(destinations);
    synchronized (this) {
      // One that is gone already has its last line behind it: nothing would take back another.
      List<WatchedDestination> there =
          destinations.stream().filter(each -> !each.removed()).toList();
      append(there.size() == destinations.size() ? text : lines(there), there.size());
      destinations.forEach(each -> lastId = Math.max(lastId, each.id()));
    }
  }

  private static CharSequence lines(Collection<WatchedDestination> destinations) {
    StringBuilder text = new StringBuilder(128 * destinations.size());
    destinations.forEach(each -> text.append(JournalLine.added(each.remembered()).text()));
    return text;
  }

  @Override
  public synchronized void removed(WatchedDestination destination) {
    if (!destination.fixed()) {
      append(JournalLine.of(Verb.REMOVE, destination.id()).text(), 1);
    }
  }

  @Override
  public synchronized void changed(WatchedDestination destination) {
    append(JournalLine.changed(destination).text(), 1);
  }

  @Override
  public synchronized void paused(@Nullable Pause other) {
    pause = other;
    append(JournalLine.paused(other).text(), 1);
  }

  @Override
  public synchronized void flushed(long upTo, Collection<WatchedDestination> left) {
    List<WatchedDestination> again = left.stream().filter(each -> !each.fixed()).toList();
    append(JournalLine.of(Verb.FLUSH, upTo).text() + lines(again), 1 + again.size());
  }

  @Override
  public void tick(Collection<WatchedDestination> all) {
    boolean rewrite;
    synchronized (this) {
      Duration pause = incomplete ? RETRY_EVERY : SYNC_EVERY;
      boolean early = time.nanos() - lastWork < pause.toNanos();
      if (closed || early || !unsynced || !busy.compareAndSet(false, true)) {
        return;
      }
      lastWork = time.nanos();
      rewrite = incomplete || (lines > ALWAYS_TOLERATED && lines / 2 > all.size());
    }
    try {
      worker.execute(
          () -> {
            try {
              work(rewrite, all);
            } finally {
              busy.set(false);
            }
          });
    } catch (RejectedExecutionException e) {
      busy.set(false); // the next tick tries again
    }
  }

  @Override
  public void close(Collection<WatchedDestination> all) {
    boolean lastTry;
    synchronized (this) {
      lastTry = incomplete && !closed && busy.compareAndSet(false, true);
    }
    if (lastTry) {
      work(true, all);
    }
    close();
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    awaitWork();
    try (FileChannel open = channel) {
      open.force(false);
    } catch (IOException e) {
      KeepaliveLog.LOG.journalFailed(file, e);
    }
  }

  /** Who opens the directory next must not meet a worker that still writes in it. */
  private synchronized void awaitWork() {
    try {
      while (working) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean beginWork() {
    working = !closed;
    return working;
  }

  private synchronized void endWork() {
    working = false;
    notifyAll();
  }

  private void work(boolean rewrite, Collection<WatchedDestination> all) {
    if (beginWork()) {
      try {
        tryWork(rewrite, all);
      } finally {
        endWork();
      }
    }
  }

  private void tryWork(boolean rewrite, Collection<WatchedDestination> all) {
    try {
      if (rewrite) {
        rewrite(all);
      } else {
        sync();
      }
    } catch (IOException | RuntimeException e) {
      synchronized (this) {
        meanwhile = null;
        if (closed) {
          return;
        }
        incomplete = true;
        unsynced = true;
      }
      KeepaliveLog.LOG.journalFailed(file, e);
    }
  }

  private void sync() throws IOException {
    FileChannel open;
    synchronized (this) {
      open = channel;
      unsynced = false;
    }
    open.force(false);
  }

  private void rewrite(Collection<WatchedDestination> all) throws IOException {
    long last;
    Pause lasting;
    synchronized (this) {
      meanwhile = new StringBuilder();
      last = lastId;
      lasting = pause;
    }
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    List<Remembered.Entry> entries =
        all.stream().filter(each -> !each.fixed()).map(WatchedDestination::remembered).toList();
    Map<DestinationKey, Special> fixed = new HashMap<>();
    all.stream()
        .filter(each -> each.fixed() && !each.special().equals(Special.NONE))
        .forEach(each -> fixed.put(each.key(), each.special()));
    JournalWriter.write(fresh, new Remembered(last, entries, fixed, lasting));
    FileChannel replacement =
        FileChannel.open(fresh, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    try {
      if (!replaced(fresh, replacement, entries.size() + 1)) {
        Files.deleteIfExists(fresh);
        return;
      }
    } finally {
      closeUnused(replacement);
    }
    JournalWriter.syncDirectory(file);
    KeepaliveLog.LOG.journalRewritten(file, entries.size());
  }

  /** Lets the new file take the place of the old one; false when the journal is closed. */
  private synchronized boolean replaced(Path fresh, FileChannel replacement, int count)
      throws IOException {
    String missed = String.valueOf(meanwhile);
    meanwhile = null;
    if (closed) {
      return false;
    }
    write(replacement, missed);
    replacement.force(false);
    long size = replacement.size();
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    FileChannel old = channel;
    channel = replacement;
    length = size;
    lines = count;
    unsynced = false;
    incomplete = false;
    old.close();
    return true;
  }

  private synchronized void closeUnused(FileChannel replacement) throws IOException {
    if (replacement != channel) {
      replacement.close();
    }
  }

  private void append(CharSequence text, int count) {
    if (closed) {
      return;
    }
    if (meanwhile != null) {
      meanwhile.append(text);
    }
    unsynced = true;
    lines += count;
    if (incomplete) {
      return; // the rewrite that is due takes everything from the table
    }
    try {
      write(channel, text);
      length = channel.position();
    } catch (IOException e) {
      incomplete = true;
      KeepaliveLog.LOG.journalFailed(file, e);
      cutBack();
    }
  }

  /** A line that was written in part must not stand in front of others. */
  private void cutBack() {
    try {
      channel.truncate(length);
    } catch (IOException e) {
      KeepaliveLog.LOG.journalFailed(file, e);
    }
  }

  private static void write(FileChannel to, CharSequence text) throws IOException {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.toString());
    while (bytes.hasRemaining()) {
      to.write(bytes);
    }
  }
}
