// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalbox.container.ResourceFinder;
import org.signalbox.library.core.Configuration;
import org.signalbox.module.Modules;

class ConfigurationFileTest {
  @TempDir private Path folder;

  @Test
  void aServerThatIsToldNothingReadsTheSample() {
    Configuration sample = read(Optional.empty(), ResourceFinder.NONE);
    assertThat(sample.listens())
        .allSatisfy(l -> assertThat(l.address().getAddress().isLoopbackAddress()).isTrue());
    assertThat(sample.modules().loaded()).isNotEmpty();
  }

  @Test
  void anApplicationMayBringItsOwnFile() throws IOException {
    Path file = write("listen=udp:127.0.0.1:5070\n");
    Configuration own = read(Optional.empty(), application(file));
    assertThat(own.listens().get(0).address().getPort()).isEqualTo(5070);
  }

  @Test
  void theDeployerHasTheLastWord() throws IOException {
    Path file = write("listen=udp:127.0.0.1:5071\n");
    Path own = Files.writeString(folder.resolve("own.cfg"), "listen=udp:127.0.0.1:5070\n");
    Configuration told = read(Optional.of(file), application(own));
    assertThat(told.listens().get(0).address().getPort()).isEqualTo(5071);
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> read(Optional.of(folder.resolve("none.cfg")), ResourceFinder.NONE))
        .isInstanceOf(ServerException.class)
        .hasMessageContainingAll("none.cfg", "No such file or directory");
  }

  @Test
  void aFileWithMistakesStartsNothing() throws IOException {
    Path file = write("loadmodule \"nosuch\"\n");
    assertThatThrownBy(() -> read(Optional.of(file), ResourceFinder.NONE))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("my.cfg");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("my.cfg"), text);
  }

  private Configuration read(Optional<Path> file, ResourceFinder application) {
    ServerSettings settings =
        new ServerSettings(file, List.of(), folder, Optional.empty(), false, "add-user");
    Modules modules = Modules.found(getClass().getClassLoader());
    return new ConfigurationFile(settings, application).read(modules).configuration();
  }

  private static ResourceFinder application(Path file) {
    return new ResourceFinder() {
      @Override
      public @Nullable URL resource(String path) throws MalformedURLException {
        return path.equals("/WEB-INF/signalbox.cfg") ? file.toUri().toURL() : null;
      }

      @Override
      public @Nullable Set<String> paths(String directory) {
        return null;
      }
    };
  }
}
