// SPDX-License-Identifier: Apache-2.0
package org.signalbox.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.signalbox.library.core.CoreModule;
import org.signalbox.module.SignalboxModule;

/** {@code docs/rpc.md} lists every command; {@code -Dgolden.write=true} writes it anew. */
class CommandPageTest {
  private static final Path PAGE = Path.of("docs/rpc.md");
  private static final String MARK = "## All commands\n";

  private static Stream<SignalboxModule> modules() {
    return Stream.concat(
        Stream.of(new CoreModule()),
        ServiceLoader.load(SignalboxModule.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(module -> !(module instanceof CoreModule)));
  }

  private static String listed() {
    TreeMap<String, List<RpcCommand>> byModule = new TreeMap<>();
    modules().forEach(module -> byModule.put(module.name(), module.exports().commands()));
    return MARK
        + byModule.entrySet().stream()
            .filter(module -> !module.getValue().isEmpty())
            .map(module -> "\n### " + module.getKey() + "\n\n" + table(module.getValue()))
            .collect(Collectors.joining());
  }

  private static String table(List<RpcCommand> commands) {
    return "| command | | may |\n|---|---|---|\n"
        + commands.stream()
            .sorted(Comparator.comparing(RpcCommand::name))
            .map(CommandPageTest::row)
            .collect(Collectors.joining());
  }

  private static String row(RpcCommand command) {
    return "| `%s` | %s | %s |\n"
        .formatted(command.name(), command.doc(), command.changing() ? "admin" : "viewer");
  }

  @Test
  void everyCommandIsListedAsItDescribesItself() throws IOException {
    String page = Files.readString(PAGE);
    String before = page.substring(0, page.indexOf(MARK));
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(PAGE, before + listed());
    } else {
      assertThat(page).as("run it with -Dgolden.write=true").isEqualTo(before + listed());
    }
  }
}
