// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.signalbox.testkit.WireScript;

/**
 * Plays the golden cases over the wire; {@code -Dgolden.write=true} writes down what comes out
 * instead, {@code -Dgolden.only=TEXT} plays those whose path has the text.
 */
class WireScriptsTest {
  private static final Path ROOT = Path.of("src/test/scripts/wire");

  static List<Path> scripts() throws IOException {
    String only = System.getProperty("golden.only", "");
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".cfg") && file.toString().contains(only))
          .filter(file -> !file.getFileName().toString().startsWith("_"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scripts")
  void doesWhatIsExpected(Path script) throws Exception {
    String outcome = WireScript.play(script);
    Path expected = expected(script);
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(expected, outcome);
    }
    assertThat(outcome).isEqualTo(Files.readString(expected));
  }

  private static Path expected(Path script) {
    String name = script.getFileName().toString();
    return script.resolveSibling(name.substring(0, name.length() - 4) + ".expected");
  }
}
