// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.signalbox.script.Source;
import org.signalbox.script.Span;
import org.signalbox.script.WireText;
import org.signalbox.testkit.ManualTime;

class ToldFaultsTest {
  private static final Source FILE = Source.of("a.cfg", "one;\ntwo;\n");
  private static final Span HERE = new Span(FILE, 0, 4);
  private static final Span THERE = new Span(FILE, 5, 9);
  private final ManualTime time = new ManualTime();
  private final ToldFaults told = new ToldFaults(time);

  @Test
  void aTextIsToldOnceAMinuteWithTheNumberOfThoseLeftOut() {
    assertThat(told.occurred(HERE, "wrong")).isZero();
    assertThat(told.occurred(HERE, "wrong")).isEqualTo(-1);
    assertThat(told.occurred(HERE, "wrong")).isEqualTo(-1);
    assertThat(told.occurred(THERE, "wrong")).isZero();
    time.advance(Duration.ofMinutes(1));
    assertThat(told.occurred(HERE, "wrong")).isEqualTo(2);
  }

  @Test
  void aPeerThatChangesTheTextEachTimeCannotFillTheLog() {
    int lines = 0;
    for (int i = 0; i < 1000; i++) {
      lines += told.occurred(HERE, "<sip:" + i + "> is no URI") >= 0 ? 1 : 0;
    }
    assertThat(lines).isEqualTo(ToldFaults.MOST_TEXTS);
    time.advance(Duration.ofMinutes(1));
    assertThat(told.occurred(HERE, "again")).isEqualTo(1000 - lines);
  }

  @Test
  void whatAPeerHasWrittenNeitherBeginsALineNorFillsOne() {
    assertThat(ToldFaults.line("<a\r\nERROR: b> is no URI")).isEqualTo("<a..ERROR: b> is no URI");
    assertThat(ToldFaults.line("x".repeat(100_000))).hasSizeLessThan(500).endsWith("x...");
  }

  @Test
  void lettersAreReadOfTheirBytes() {
    assertThat(ToldFaults.line(WireText.bytes("gr\u00fcn\u0085"))).isEqualTo("gr\u00fcn.");
  }
}
