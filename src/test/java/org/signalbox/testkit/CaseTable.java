// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which golden cases or test classes show the conformance cases of a specification: one line a
 * case, its number first. {@code waits for ...} says what has to exist before it can be shown.
 */
public final class CaseTable {
  private static final Path TABLES = Path.of("src/test/resources/spec");
  private static final Path SCRIPTS = Path.of("src/test/scripts");

  private CaseTable() {}

  /** The lines of the table of a specification, without comments. */
  public static List<String> rows(String specification) {
    try {
      return Files.readAllLines(TABLES.resolve(specification + ".cases")).stream()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The number of a line. */
  public static int number(String row) {
    return Integer.parseInt(row.split(" ")[0]);
  }

  /** What a line names that does not exist; empty for a line that waits. */
  public static List<String> missing(String row) {
    List<String> parts = Arrays.asList(row.split(" "));
    if (parts.size() > 1 && parts.get(1).equals("waits")) {
      return List.of();
    }
    return parts.size() < 2
        ? List.of("anything that shows case " + row)
        : parts.stream().skip(1).filter(part -> !exists(part)).toList();
  }

  private static boolean exists(String shown) {
    if (shown.indexOf('/') >= 0) {
      return Files.exists(SCRIPTS.resolve(shown + ".expected"));
    }
    try (Stream<Path> tests = Files.walk(Path.of("src/test/java"))) {
      return tests.anyMatch(file -> file.endsWith(shown + ".java"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
