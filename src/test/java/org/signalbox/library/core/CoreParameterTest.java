// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.signalbox.library.core.CoreParameter.Treatment;
import org.signalbox.module.Modules;
import org.signalbox.script.Source;
import org.signalbox.transport.TcpParameter;

/** The global parameters: all are known, and what is said about their effect is true. */
class CoreParameterTest {
  private static final Path DOCS = Path.of("docs/configuration.md");
  private static final String BEGIN = "<!-- without effect -->";

  static Stream<String> specified() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/spec/core.parameters")).stream()
        .filter(line -> !line.startsWith("#"))
        .flatMap(line -> Arrays.stream(line.substring(line.indexOf(':') + 2).split(" ")));
  }

  @ParameterizedTest
  @MethodSource("specified")
  void everyParameterOfTheSpecificationIsTaken(String name) {
    CoreParameter parameter = CoreParameter.named(name).orElseThrow();
    String value =
        switch (parameter.form()) {
          case TEXT, TEXT_OR_WORD ->
              parameter == CoreParameter.CFGENGINE
                  ? "\"native\""
                  : parameter == CoreParameter.ASYNC_WORKERS_GROUP
                      ? "\"name=x;workers=1\""
                      : "\"\"";
          case WORD ->
              parameter == CoreParameter.LOG_FACILITY
                  ? "LOG_LOCAL0"
                  : parameter == CoreParameter.UDP_MTU_TRY_PROTO ? "TCP" : "TLSv1";
          default -> parameter == CoreParameter.TCP_RD_BUF_SIZE ? "4096" : "1";
        };
    assertThat(load(name + "=" + value + "\n").report()).isEmpty();
  }

  @Test
  void aNameThatNobodyKnowsIsAMistakeWithASuggestion() {
    assertThat(load("max_while_loop=5\n").report())
        .contains("unknown config variable", "did you mean 'max_while_loops'?", "file:1:1");
  }

  @Test
  void thePageListsExactlyThoseWithoutEffect() throws IOException {
    String page = Files.readString(DOCS);
    String list = page.substring(page.indexOf(BEGIN) + BEGIN.length());
    Set<String> told = new TreeSet<>(List.of(list.strip().split("\\n\\n")[0].split("[\\s,`]+")));
    told.remove("");
    assertThat(told)
        .isEqualTo(
            Arrays.stream(CoreParameter.values())
                .filter(parameter -> parameter.treatment() == Treatment.IGNORED)
                .map(parameter -> parameter.names().get(0))
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void whateverIsObeyedIsReadSomewhere() throws IOException {
    String code = code();
    assertThat(CoreParameter.values())
        .filteredOn(parameter -> parameter.treatment() == Treatment.OBEYED)
        .filteredOn(parameter -> parameter.names().stream().noneMatch(CoreParameterTest::ofStreams))
        .allMatch(
            parameter ->
                code.contains("CoreParameter." + parameter + ")")
                    || code.contains("CoreParameter." + parameter + ",")
                    || code.contains("case" + parameter + "->")
                    || parameter.names().stream()
                        .anyMatch(name -> code.contains("\"" + name + "\")")));
  }

  private static boolean ofStreams(String name) {
    return name.startsWith("tcp_") && TcpParameter.named(name.substring(4)).isPresent();
  }

  private static String code() throws IOException {
    try (Stream<Path> all = Files.walk(Path.of("src/main/java"))) {
      StringBuilder code = new StringBuilder();
      for (Path file : all.filter(path -> path.toString().endsWith(".java")).toList()) {
        code.append(Files.readString(file));
      }
      return code.toString().replaceAll("\\s+", "");
    }
  }

  private static Loading load(String text) {
    return new ConfigurationLoader(new Modules(List.of())).load(Source.of("file", text), List.of());
  }
}
