// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text to read: a configuration file, one it includes, or a piece given on the command line.
 *
 * <p>Scripts are bytes, so one byte is one character here, whatever its encoding (runtime.md §6):
 * columns and lengths then agree with Kamailio's.
 */
public final class Source {
  private final String name;
  private final String text;
  private final @Nullable Path directory;
  private final int[] lineStarts;

  private Source(String name, String text, @Nullable Path directory) {
    this.name = name;
    this.text = text;
    this.directory = directory;
    this.lineStarts = lineStarts(text);
  }

  /** A text that is no file. */
  public static Source of(String name, String text) {
    return new Source(name, text, null);
  }

  /** Reads a file. */
  public static Source read(Path file) throws IOException {
    Path parent = file.getParent();
    return new Source(
        file.toString(),
        Files.readString(file, StandardCharsets.ISO_8859_1),
        parent == null ? Path.of("") : parent);
  }

  /** The name that messages show. */
  public String name() {
    return name;
  }

  /** The whole text, one character per byte. */
  public String text() {
    return text;
  }

  /** Where included files are looked for second; null for a text that is no file. */
  public @Nullable Path directory() {
    return directory;
  }

  /** The line of an offset, from 1. */
  public int line(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The column of an offset, from 1; a tab is one column. */
  public int column(int offset) {
    return offset - lineStarts[line(offset) - 1] + 1;
  }

  /** A line without its end. */
  public String lineText(int line) {
    int start = lineStarts[line - 1];
    int end = text.indexOf('\n', start);
    String whole = text.substring(start, end < 0 ? text.length() : end);
    return whole.endsWith("\r") ? whole.substring(0, whole.length() - 1) : whole;
  }

  private static int[] lineStarts(String text) {
    int lines = 1 + (int) text.chars().filter(c -> c == '\n').count();
    int[] starts = new int[lines];
    for (int i = 1, from = 0; i < lines; i++) {
      from = text.indexOf('\n', from) + 1;
      starts[i] = from;
    }
    return starts;
  }
}
