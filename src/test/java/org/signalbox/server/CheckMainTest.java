// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** runtime.md, cases 3 to 9 and 17. */
class CheckMainTest {
  @TempDir Path directory;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void aGoodFileListsItsSocketsAndIsOk() throws IOException {
    assertThat(check("listen=udp:127.0.0.1:5070\nauto_aliases=no\n")).isZero();
    assertThat(out.toString()).contains("Listening on", "udp: 127.0.0.1:5070");
    assertThat(err.toString()).isEqualTo("config file ok, exiting...\n");
  }

  @Test
  void theSampleFileIsRight() {
    assertThat(run("-f", "deployment/signalbox.cfg", "-A", "WITH_IPV6")).isZero();
    assertThat(err.toString()).isEqualTo("config file ok, exiting...\n");
    assertThat(out.toString()).contains("udp: 127.0.0.1:5060", "tcp: [0:0:0:0:0:0:0:1]:5060");
  }

  @Test
  void theFirstRoutingScriptIsRight() {
    assertThat(run("-f", "deployment/routes.cfg")).isZero();
    assertThat(err.toString()).isEqualTo("config file ok, exiting...\n");
  }

  /** The block of the README that begins with the line of a script. */
  @Test
  void theScriptOfTheReadmeIsRight() throws IOException {
    String script =
        Files.readAllLines(Path.of("README.md")).stream()
            .dropWhile(line -> !line.equals("    #!KAMAILIO"))
            .takeWhile(line -> line.isEmpty() || line.startsWith("    "))
            .collect(Collectors.joining("\n"));
    assertThat(script).contains("t_relay()");
    assertThat(check(script.stripIndent())).as("%s", err).isZero();
  }

  @Test
  void aMistakeIsShownWithItsPlace() throws IOException {
    assertThat(check("request_route { foo( }")).isEqualTo(255);
    assertThat(err.toString())
        .contains(
            "CRITICAL: ", "line 1, column 22", "ERROR: bad config file (", "(parsing code: 1)");
  }

  @Test
  void aWarningDoesNotChangeTheCode() throws IOException {
    assertThat(check("children=3\n#!else\n")).isZero();
    assertThat(err.toString()).contains("WARNING: 1 config warnings", "config file ok");
  }

  @Test
  void modulesAndTheirParametersAreChecked() throws IOException {
    assertThat(check("loadmodule \"nosuch\"\nloadmodule \"tm\"\nmodparam(\"tm\",\"nosuch\",1)\n"))
        .isEqualTo(255);
    assertThat(err.toString())
        .contains("could not find module <nosuch>")
        .contains("parameter <nosuch> of type <2:int> not found in module <tm>");
  }

  @Test
  void aDefineOfTheCommandLineActs() throws IOException {
    Path file = file("#!ifdef WITH_X\nchildren=\"x\"\n#!endif\n");
    assertThat(run("-f", file.toString())).isZero();
    assertThat(run("-f" + file, "-AWITH_X", "-c")).isEqualTo(255);
  }

  @Test
  void aFileIsPrintedAsItsPreprocessorLeavesItBeItRightOrWrong() throws IOException {
    Path more = file("route[MORE] { return; }\n");
    Path again = directory.resolve("main.cfg");
    Files.writeString(
        again,
        """
        #!define PORT 5070
        # where we listen
        listen=udp:127.0.0.1:PORT

        #!ifdef WITH_X
        children=3
        #!else
        children=x x
        #!endif
        include_file "%s"
        request_route {
          if ($rU =~ "^\\\"[0-9]\\\\." && !$(hdr(X){s.len}) != -1) { /* no */ route("A" + 'b\\n'); }
        }
        """
            .formatted(more.getFileName()));
    assertThat(run("--cfg-print", "-f", again.toString())).isZero();
    assertThat(out.toString())
        .isEqualTo(
            """
            listen=udp:127.0.0.1:5070

            children=x x
            route[MORE] { return; }
            request_route {
              if ($rU =~ "^\\\"[0-9]\\\\." && !$(hdr(X){s.len}) != -1) { route("A" + "b\\\\n"); }
            }
            """);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void optionsAreCheckedLikeKamailios() {
    assertThat(run("-Z")).isEqualTo(255);
    assertThat(err.toString()).isEqualTo("Unknown option '-Z'. Use -h for help.\n");
    err.reset();
    assertThat(run("-f")).isEqualTo(255);
    assertThat(err.toString()).isEqualTo("Option '-f' requires an argument. Use -h for help.\n");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThat(run("-f", "/no/such.cfg")).isEqualTo(255);
    assertThat(err.toString())
        .isEqualTo(
            "ERROR: loading config file(/no/such.cfg): No such file or directory, check file and"
                + " directory permissions\n");
  }

  private int check(String text) throws IOException {
    return run("-c", "-f", file(text).toString());
  }

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("t.cfg"), text);
  }

  private int run(String... arguments) {
    return new CheckMain(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(List.of(arguments));
  }
}
