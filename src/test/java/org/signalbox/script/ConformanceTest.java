// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every conformance case of script.md is shown somewhere, or says what it waits for. */
class ConformanceTest {
  private static final Path TABLE = Path.of("src/test/resources/spec/script.cases");
  private static final int CASES = 158;

  static Stream<String> rows() throws IOException {
    return Files.readAllLines(TABLE).stream().filter(line -> !line.startsWith("#"));
  }

  @Test
  void noCaseIsForgotten() throws IOException {
    List<Integer> numbers = rows().map(row -> Integer.valueOf(row.split(" ")[0])).toList();
    assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, CASES).boxed().toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void whatShowsItExists(String row) throws IOException {
    String[] parts = row.split(" ");
    assertThat(parts).hasSizeGreaterThan(1);
    if (parts[1].equals("waits")) {
      return;
    }
    for (int i = 1; i < parts.length; i++) {
      assertThat(exists(parts[i])).as(parts[i]).isTrue();
    }
  }

  private static boolean exists(String shown) throws IOException {
    if (shown.indexOf('/') >= 0) {
      return Files.exists(GoldenScripts.ROOT.resolve(shown + ".expected"));
    }
    try (Stream<Path> tests = Files.walk(Path.of("src/test/java"))) {
      return tests.anyMatch(file -> file.endsWith(shown + ".java"));
    }
  }
}
