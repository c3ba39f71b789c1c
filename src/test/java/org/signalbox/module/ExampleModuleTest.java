// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalbox.testkit.CompiledModule;
import org.signalbox.testkit.WireScript;

/** The modules below {@code src/test/modules}, built as somebody else would build them. */
class ExampleModuleTest {
  private static final Path MODULES = Path.of("src/test/modules");

  @ParameterizedTest
  @ValueSource(strings = {"greeting", "kinds", "mistakes"})
  void runsInAServer(String name) throws Exception {
    Path example = MODULES.resolve(name);
    if (Files.exists(example.resolve("org"))) {
      CompiledModule.jar(example, Path.of("target/modules", name + ".jar"));
    }
    Path expected = example.resolve(name + ".expected");
    String outcome = WireScript.play(example.resolve(name + ".cfg"));
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(expected, outcome);
    }
    assertThat(outcome).isEqualTo(Files.readString(expected));
  }
}
