// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the launcher makes of a command line, with a {@code java} that prints its arguments. */
class LauncherOptionsTest {
  @TempDir private Path folder;

  private record Result(int code, String output) {}

  @BeforeEach
  void aJavaThatPrintsAndAWildFlyThatIsEmpty() throws IOException {
    Path bin = Files.createDirectories(folder.resolve("jdk/bin"));
    Path java = Files.writeString(bin.resolve("java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.createDirectories(folder.resolve("wildfly/standalone/configuration"));
    Files.createFile(folder.resolve("wildfly/jboss-modules.jar"));
    Files.createFile(folder.resolve("wildfly/standalone/configuration/standalone.xml"));
    Files.createFile(folder.resolve("a.war"));
    Files.createDirectory(folder.resolve("lib"));
    Files.createFile(folder.resolve("lib/signalbox-1.2.jar"));
    Files.createFile(folder.resolve("my.cfg"));
  }

  static Stream<String> options() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/spec/command-line.options")).stream()
        .filter(line -> !line.startsWith("#"));
  }

  @ParameterizedTest
  @MethodSource("options")
  void everyOptionOfKamailioIsUnderstood(String row) throws Exception {
    String file = folder.resolve("my.cfg").toString();
    String[] halves = row.replace("FILE", file).split("\\|", 2);
    Result result = launch(halves[0].strip().split(" "));
    assertThat(result.code()).as(result.output()).isZero();
    Path around = folder.resolve("base/command-line.cfg");
    String told = Files.exists(around) ? Files.readString(around) : "";
    assertThat(result.output() + told)
        .contains(LaunchMain.class.getName())
        .contains(halves[1].strip());
  }

  @Test
  void theFileKeepsItsPlaceBetweenWhatTheCommandLineSays() throws Exception {
    String file = folder.resolve("my.cfg").toRealPath().toString();
    launch("-DDE", "-l", "udp:a", "-f" + file, "-dd", "-u", "root", "-P", folder + "/pid");
    assertThat(folder.resolve("base/command-line.cfg"))
        .hasContent(
            "#!KAMAILIO\nlisten=udp:a\ninclude_file \""
                + file
                + "\"\nlog_stderror=yes\ndebug=1\ndebug=2\n");
    assertThat(folder.resolve("pid")).content().matches("[0-9]+\\s*");
  }

  @ParameterizedTest
  @CsvSource({
    "-Z, Unknown option '-Z'. Use -h for help.",
    "--nosuch=1, Unknown option '--nosuch'. Use -h for help.",
    "-f, Option '-f' requires an argument. Use -h for help.",
    "-m abc, bad shmem size number: -m abc",
    "-f /nosuch, loading config file(/nosuch): No such file or directory",
    "-d -f /nosuch, loading config file(/nosuch): No such file or directory",
    "--modparam=tm:x:q:1, '--modparam needs module:parameter:s|i:value, and not tm:x:q:1'",
    "surplus, Unexpected 'surplus'. Use -h for help."
  })
  void aMistakeIsOneLineAnd255(String options, String message) throws Exception {
    Result result = launch(options.split(" "));
    assertThat(result.code()).isEqualTo(255);
    assertThat(result.output()).contains(message).hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({
    "-v, 'version: signalbox 1.2 ('",
    "-V, 'version: signalbox 1.2 ('",
    "-I, 'version: signalbox 1.2 ('",
    "--version, 'version: signalbox 1.2 ('",
    "-h, Usage: signalbox",
    "--help, Usage: signalbox"
  })
  void askingIsNoStart(String option, String answer) throws Exception {
    Result result = launch(option);
    assertThat(result.code()).isZero();
    assertThat(result.output()).startsWith(answer);
    assertThat(folder.resolve("base")).doesNotExist();
  }

  @Test
  void aCheckWritesNothing() throws Exception {
    Result result = launch("-c", "-d", "-f", folder.resolve("my.cfg").toString());
    assertThat(result.code()).isZero();
    assertThat(result.output()).contains(CheckMain.class.getName());
    assertThat(folder.resolve("base")).doesNotExist();
  }

  @Test
  void whatThePreprocessorMakesOfAFileIsPrintedByTheCheck() throws Exception {
    Result result = launch("--cfg-print", "-f", folder.resolve("my.cfg").toString());
    assertThat(result.output()).contains(CheckMain.class.getName() + "\n--cfg-print\n-f");
  }

  private Result launch(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("deployment/signalbox"));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    builder.environment().put("WILDFLY_HOME", folder.resolve("wildfly").toString());
    builder.environment().put("SIGNALBOX_WAR", folder.resolve("a.war").toString());
    builder.environment().put("SIGNALBOX_LIB", folder.resolve("lib").toString());
    builder.environment().put("SIGNALBOX_BASE", folder.resolve("base").toString());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }
}
