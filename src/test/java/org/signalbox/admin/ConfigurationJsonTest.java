// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.signalbox.script.Problem;
import org.signalbox.script.Source;
import org.signalbox.script.Span;
import org.signalbox.server.LoadedFile;

class ConfigurationJsonTest {

  @Test
  void aMistakeHasItsFileLineAndColumn() {
    Span span = new Span(Source.of("a.cfg", "\n  foo();\n"), 3, 6);
    Problem odd = Problem.warning("odd", span, "it is odd");
    LoadedFile file =
        new LoadedFile("a.cfg", Instant.EPOCH, null, List.of(odd), List.of("children"));
    assertThat(ConfigurationJson.of(file).build())
        .hasToString(
            "{\"file\":\"a.cfg\",\"loadedAt\":\"1970-01-01T00:00:00Z\",\"loadedBy\":null,"
                + "\"warnings\":[{\"severity\":\"warning\",\"code\":\"odd\",\"file\":\"a.cfg\","
                + "\"line\":2,\"column\":3,\"message\":\"it is odd\"}],"
                + "\"afterRestart\":[\"children\"]}");
  }

  @Test
  void aRefusedFileIsAProblemThatListsItsMistakes() {
    Problem bad = Problem.error("bad", new Span(Source.of("a.cfg", "x"), 0, 1), "it is bad");
    assertThat(ProblemException.mistakes(List.of(bad)).document().build().toString())
        .contains("\"status\":409", "\"mistakes\":[{\"severity\":\"error\",\"code\":\"bad\"");
  }
}
