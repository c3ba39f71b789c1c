// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.signalbox.testkit.CompiledModule;
import org.signalbox.testkit.WireScript;

/** The module of {@code docs/modules.md}, built as somebody else would build it. */
class ExampleModuleTest {
  private static final Path EXAMPLE = Path.of("src/test/modules/greeting");

  @BeforeAll
  static void build() throws Exception {
    CompiledModule.jar(EXAMPLE, Path.of("target/modules/greeting.jar"));
  }

  @Test
  void runsInAServer() throws Exception {
    Path expected = EXAMPLE.resolve("greeting.expected");
    String outcome = WireScript.play(EXAMPLE.resolve("greeting.cfg"));
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(expected, outcome);
    }
    assertThat(outcome).isEqualTo(Files.readString(expected));
  }
}
