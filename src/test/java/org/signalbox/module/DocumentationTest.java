// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalbox.script.plan.Converter;

/** The pages about modules say what is so. */
class DocumentationTest {
  private static final Path DOCS = Path.of("docs");
  private static final Path EXAMPLE = Path.of("src/test/modules/greeting");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org/example/greeting/GreetingModule.java",
        "META-INF/services/org.signalbox.module.SignalboxModule",
        "greeting.cfg"
      })
  void theExampleOnThePageIsTheOneThatRuns(String file) throws IOException {
    assertThat(Files.readString(DOCS.resolve("modules.md")))
        .contains("`" + file + "`:\n\n```")
        .contains("\n" + Files.readString(EXAMPLE.resolve(file)) + "```\n");
  }

  @Test
  void everyKindOfExportIsNamed() throws IOException {
    String page = Files.readString(DOCS.resolve("modules.md"));
    assertThat(publicMethods(Exports.Builder.class))
        .filteredOn(name -> !name.equals("build"))
        .allSatisfy(name -> assertThat(page).contains("| `" + name + "` |"));
    assertThat(Arrays.stream(Converter.class.getFields()).map(field -> field.getName()))
        .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    assertThat(publicMethods(SignalboxModule.class))
        .allSatisfy(name -> assertThat(page).contains(name + "("));
  }

  @ParameterizedTest
  @ValueSource(strings = {"modules.md", "from-a-c-module.md"})
  void linksLeadSomewhere(String page) throws IOException {
    List<String> links =
        Pattern.compile("\\]\\(([^)#:]+)\\)")
            .matcher(Files.readString(DOCS.resolve(page)))
            .results()
            .map(MatchResult::group)
            .map(link -> link.substring(2, link.length() - 1))
            .toList();
    assertThat(links).isNotEmpty().allSatisfy(link -> assertThat(DOCS.resolve(link)).exists());
  }

  private static List<String> publicMethods(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
        .map(Method::getName)
        .distinct()
        .toList();
  }
}
