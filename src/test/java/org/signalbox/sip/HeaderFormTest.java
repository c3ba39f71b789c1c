// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HeaderFormTest {
  private final HeaderForm<Tariff> tariffs = HeaderForm.list("P-Tariff", Tariff.class, this::read);
  private int readings;

  private record Tariff(String zone, int cents) {}

  private @Nullable Tariff read(String value) {
    readings++;
    String[] parts = value.split("=", -1);
    return parts.length == 2 && parts[1].matches("\\d{1,4}")
        ? new Tariff(parts[0], Integer.parseInt(parts[1]))
        : null;
  }

  @Test
  void valuesAreReadOnceAndKept() {
    SipMessage message = with("p-tariff: day=12, night=7\r\nP-Tariff: rest=1\r\n");
    assertThat(message.read(tariffs)).isEqualTo(new Tariff("day", 12));
    assertThat(message.readAll(tariffs))
        .containsExactly(new Tariff("day", 12), new Tariff("night", 7), new Tariff("rest", 1));
    assertThat(message.problem(tariffs)).isNull();
    assertThat(readings).isEqualTo(3);
  }

  @Test
  void whatIsMalformedReadsAsAbsentAndTheProblemSaysWhere() {
    SipMessage message = with("P-Tariff: day\r\nP-Tariff: night=7\r\n");
    assertThat(message.read(tariffs)).isEqualTo(new Tariff("night", 7));
    ParseProblem problem = message.problem(tariffs);
    assertThat(problem).isNotNull();
    assertThat(problem.reason()).isEqualTo("the header is no Tariff");
    assertThat(new String(message.array(), problem.offset(), 13, US_ASCII))
        .isEqualTo("P-Tariff: day");
  }

  @Test
  void aMessageWithoutTheHeaderHasNoValue() {
    SipMessage message = with("");
    assertThat(message.read(tariffs)).isNull();
    assertThat(message.readAll(tariffs)).isEmpty();
  }

  @Test
  void aFormIsFoundUnderItsTypeOnly() {
    assertThat(tariffs.as(Tariff.class)).containsSame(tariffs);
    assertThat(tariffs.as(String.class)).isEmpty();
  }

  @Test
  void aNameMustBeThatOfAHeader() {
    assertThatThrownBy(() -> HeaderForm.of("P Tariff", Tariff.class, this::read))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static SipMessage with(String headers) {
    String text = "OPTIONS sip:bob@127.0.0.1 SIP/2.0\r\n" + headers + "\r\n";
    return (SipMessage) Messages.parse(text.getBytes(US_ASCII));
  }
}
