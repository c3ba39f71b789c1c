// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.signalbox.testkit.BesideKamailio;

/**
 * The same file on Debian's Kamailio and here, the same request to both for each of its scripts:
 * the replies must have the same status, reason and headers. {@code -Dinterop.only=TEXT} takes the
 * files whose name has the text.
 */
class ScriptsInteropIT {
  private static final Path ROOT = Path.of("src/test/scripts/interop");
  private static final int AT_LEAST = 40;
  private static final Pattern SCRIPT = Pattern.compile("(?m)^route\\[T_(\\w+)\\]");

  @TempDir private Path folder;

  static List<Path> files() throws IOException {
    return files(System.getProperty("interop.only", ""));
  }

  private static List<Path> files(String only) throws IOException {
    try (Stream<Path> all = Files.list(ROOT)) {
      return all.filter(file -> file.toString().endsWith(".cfg"))
          .filter(file -> file.getFileName().toString().contains(only))
          .sorted()
          .toList();
    }
  }

  @Test
  void fortyScriptsAreTheLeast() throws IOException {
    int scripts = 0;
    for (Path file : files("")) {
      scripts += scripts(file).size();
    }
    assertThat(scripts).isGreaterThanOrEqualTo(AT_LEAST);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void bothAnswerAlike(Path file) throws Exception {
    List<String> scripts = scripts(file);
    assertThat(scripts).hasSizeGreaterThan(10);
    SoftAssertions softly = new SoftAssertions();
    try (BesideKamailio both = new BesideKamailio(folder, file, scripts.get(0))) {
      for (String script : scripts) {
        softly.assertThat(both.here(script)).as(script).isEqualTo(both.kamailio(script));
      }
    }
    softly.assertAll();
  }

  /** Each route whose name begins with {@code T_} is a script of its own. */
  private static List<String> scripts(Path file) throws IOException {
    return SCRIPT.matcher(Files.readString(file)).results().map(found -> found.group(1)).toList();
  }
}
