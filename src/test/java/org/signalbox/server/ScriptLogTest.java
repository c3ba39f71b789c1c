// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signalbox.script.WireText;
import org.signalbox.testkit.LogLines;

/** Where a script's lines go and how they look (runtime.md §4, cases 34 and 36). */
class ScriptLogTest {
  private static final long PID = ProcessHandle.current().pid();
  private static final long THREAD = Thread.currentThread().getId();

  @Test
  void onStderrALineLooksAsKamailioWritesIt() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    new StderrLines(err, new StderrForm(false)).line(-1, "LOG_LOCAL0", "{1 c1} <script>: \u00e4");
    assertThat(err.toString(StandardCharsets.ISO_8859_1))
        .isEqualTo("%2d(%d) ERROR: {1 c1} <script>: \u00e4\n".formatted(THREAD, PID));
  }

  @Test
  void inTheServersLogBytesAreRead() {
    try (LogLines log = new LogLines("org.signalbox.script")) {
      new ScriptLines(LineForm.PLAIN).line(-1, "", WireText.bytes("gr\u00fcn"));
      assertThat(log.lines()).containsExactly("ERROR: gr\u00fcn");
    }
  }

  @ParameterizedTest
  @CsvSource({"-5, 1;31", "-2, 0;33", "-1, 0;31", "0, 0;35"})
  void aBadLineHasItsColour(int level, String colour) {
    assertThat(new StderrForm(true).of(level, "", "<script>: e"))
        .startsWith("\u001b[" + colour + ";49m")
        .endsWith("<script>: e\u001b[0;39;49m");
  }

  @Test
  void aGoodLineHasNone() {
    assertThat(new StderrForm(true).of(2, "", "<script>: i")).endsWith(" INFO: <script>: i");
  }

  @Test
  void everyLineIsAnObject() {
    assertThat(JsonForm.of("").of(-5, "", "{1 c1} <script>: a \"b\"\t\\"))
        .isEqualTo(
            """
            { "idx": %d, "pid": %d, "level": "ALERT", "module": "xlog", "file": "", "line": 0, \
            "function": "", "logprefix": "{1 c1} ", "message": "a \\"b\\"\\u0009\\\\" }\
            """
                .formatted(THREAD, PID));
  }

  @Test
  void lettersChangeTheFields() {
    assertThat(JsonForm.of("aAjp").of(0, "", "\"callid\": \"c1\" <script>: {\"x\": 1}"))
        .isEqualTo(
            """
            { "kamailio.idx": %d, "kamailio.pid": %d, "kamailio.level": "WARNING", \
            "kamailio.module": "xlog", "kamailio.file": "", "kamailio.line": 0, \
            "kamailio.function": "", "callid": "c1", "message": {"x": 1} }\
            """
                .formatted(THREAD, PID));
    assertThat(JsonForm.of("a").of(1, "", "ready")).contains("\"kamailio.message\": \"ready\"");
  }
}
