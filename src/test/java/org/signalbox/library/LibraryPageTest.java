// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.signalbox.module.SignalboxModule;

/** What {@code docs/library.md} promises is there: each function in the module under its name. */
class LibraryPageTest {
  private static final Pattern NAME = Pattern.compile("`(\\w+)`");

  private static final Map<String, Set<String>> EXPORTED =
      ServiceLoader.load(SignalboxModule.class).stream()
          .map(ServiceLoader.Provider::get)
          .collect(Collectors.toMap(SignalboxModule::name, LibraryPageTest::functions));

  private static Set<String> functions(SignalboxModule module) {
    return module.exports().functions().stream()
        .map(function -> function.signature().name())
        .collect(Collectors.toSet());
  }

  static List<String> sections() throws Exception {
    String page = Files.readString(Path.of("docs/library.md"));
    return List.of(page.split("\n## ")).stream().skip(1).toList();
  }

  @ParameterizedTest
  @MethodSource("sections")
  void theFunctionsOfThePageAreExported(String section) {
    String module = section.lines().findFirst().orElseThrow();
    assertThat(EXPORTED).containsKey(module);
    assertThat(EXPORTED.get(module)).containsAll(named(section));
  }

  /** The names of the paragraph that begins with the word Functions. */
  private static List<String> named(String section) {
    for (String paragraph : section.split("\n\n")) {
      if (paragraph.startsWith("Functions:")) {
        return NAME.matcher(paragraph).results().map(found -> found.group(1)).toList();
      }
    }
    return List.of();
  }
}
