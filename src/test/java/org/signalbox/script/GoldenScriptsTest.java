// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the golden cases; {@code -Dgolden.write=true} writes down what comes out instead. */
class GoldenScriptsTest {

  static Stream<Path> scripts() {
    return GoldenScripts.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scripts")
  void saysWhatIsExpected(Path script) throws IOException {
    String outcome = GoldenScripts.outcome(script);
    Path expected = GoldenScripts.expected(script);
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(expected, outcome);
    }
    assertThat(outcome).isEqualTo(Files.readString(expected));
  }
}
