// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchMainTest {
  @TempDir private Path folder;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final List<Integer> ends = new ArrayList<>();

  private LaunchMain watch() {
    PrintStream err = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return new LaunchMain(folder.resolve("signalbox.war"), err, ends::add);
  }

  @Test
  void aDeploymentThatIsNotRefusedGoesOn() {
    watch().run();
    assertThat(ends).isEmpty();
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void aRefusedDeploymentEndsTheProcessWithOneLine() throws Exception {
    Files.writeString(folder.resolve("signalbox.war.failed"), "{\n  \"WFLYJPA0033\" => \"bad\"\n}");
    watch().run();
    assertThat(ends).containsExactly(255);
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .isEqualToNormalizingNewlines(
            "ERROR: WildFly refused the deployment: { \"WFLYJPA0033\" => \"bad\" }\n");
  }
}
