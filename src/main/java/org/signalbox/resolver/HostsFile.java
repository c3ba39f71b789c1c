// SPDX-License-Identifier: Apache-2.0
package org.signalbox.resolver;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.signalbox.timer.TimeSource;

/**
 * Names that need no server: those of the hosts file, and localhost (RFC 6761 §6.3). Read anew on
 * the executor when it changed, looked after every 10 s at most. Thread-safe.
 */
final class HostsFile {
  private static final long CHECK = Duration.ofSeconds(10).toNanos();
  private static final Map<String, List<InetAddress>> LOCALHOST =
      Map.of("localhost", List.of(numeric("127.0.0.1"), numeric("::1")));

  private record Content(Map<String, List<InetAddress>> names, @Nullable FileTime changed) {}

  private final Path file;
  private final TimeSource time;
  private final Executor executor;
  private final AtomicLong checked;
  private volatile Content content = new Content(LOCALHOST, null);

  HostsFile(Path file, TimeSource time, Executor executor) {
    this.file = file;
    this.time = time;
    this.executor = executor;
    this.checked = new AtomicLong(time.nanos());
    refresh();
  }

  /** The addresses of a name in lower case, in the order of the file; empty when it has none. */
  List<InetAddress> find(String name) {
    long last = checked.get();
    long now = time.nanos();
    if (now - last >= CHECK && checked.compareAndSet(last, now)) {
      try {
        executor.execute(this::refresh);
      } catch (RejectedExecutionException e) {
        checked.set(last); // busy; the next look-up tries again
      }
    }
    return content.names.getOrDefault(name, List.of());
  }

  private void refresh() {
    try {
      FileTime changed = Files.getLastModifiedTime(file);
      if (!changed.equals(content.changed)) {
        // Any byte is a character in ISO 8859-1: a comment in another charset is no error.
        content = new Content(parse(Files.readString(file, StandardCharsets.ISO_8859_1)), changed);
      }
    } catch (NoSuchFileException e) {
      content = new Content(LOCALHOST, null);
    } catch (IOException e) {
      ResolverLog.LOG.hostsUnreadable(file, e.toString());
    }
  }

  private static Map<String, List<InetAddress>> parse(String text) {
    Map<String, List<InetAddress>> names = new HashMap<>();
    for (String line : text.lines().toList()) {
      int comment = line.indexOf('#');
      String[] words = (comment < 0 ? line : line.substring(0, comment)).trim().split("\\s+", -1);
      InetAddress address = NumericHost.parse(words[0]);
      for (int i = 1; address != null && i < words.length; i++) {
        names
            .computeIfAbsent(words[i].toLowerCase(Locale.ROOT), name -> new ArrayList<>(1))
            .add(address);
      }
    }
    LOCALHOST.forEach(names::putIfAbsent);
    return names;
  }

  private static InetAddress numeric(String text) {
    InetAddress address = NumericHost.parse(text);
    if (address == null) {
      throw new IllegalArgumentException(text);
    }
    return address;
  }
}
