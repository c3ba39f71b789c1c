// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.script.transformation.GivenVariables.applied;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalbox.script.NotationException;
import org.signalbox.script.Value;

/** Classes val, num and json. */
class ValuesAndJsonTest {
  private static final String JSON =
      "{\"a\": {\"b\": 5, \"c\": [1, \"x\\\"y\", {}, []], \"d\": null}, \"e.f\": \"\\u00e9\\/\\n\","
          + " \"g\": -1.50e3, \"h\": true, \"i\": \"null\", \"j\": \"\\ud83d\\ude00\"}";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "a.b|5",
        "a|{ \"b\": 5, \"c\": [ 1, \"x\\\"y\", { }, [ ] ], \"d\": null }",
        "a.d|~~",
        "a.b.c|~~",
        "nope|~~",
        "g|-1.50e3",
        "h|true",
        "i|null",
        "j|\u00f0\u009f\u0098\u0080"
      })
  void aMemberByItsPath(String path, String result) throws NotationException {
    assertThat(applied(JSON, "{json.parse," + path + "}")).isEqualTo(Value.of(result));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"a\":}",
        "{\"a\":1,}",
        "{\"a\" 1}",
        "[1",
        "{\"a\":01}",
        "{\"a\":\"\\x\"}",
        "{}x",
        "{\"a\":\"\\u12\"}",
        "{\"a\":nul}",
        "{a:1}",
        "\"\n\""
      })
  void whatIsNoJsonIsToldAndEmpty(String text) throws NotationException {
    GivenVariables run = new GivenVariables(Map.of("rb", Value.of(text)));
    assertThat(run.value("$(rb{json.parse,a})")).isEqualTo(Value.EMPTY);
    assertThat(run.errors).containsExactly("the value is no JSON");
  }

  @Test
  void depthIsBounded() throws NotationException {
    assertThat(applied("[".repeat(100_000), "{json.parse,a}")).isEqualTo(Value.EMPTY);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "a\"b\\c/|{val.json}|a\\\"b\\\\c/",
        "a\u0001b\tc|{val.json}|a\\u0001b\\tc",
        "plain|{val.json}|plain",
        "plain|{val.jsonqe}|\"plain\"",
        "a\"|{val.jsonqe}|\"a\\\"\"",
        "~~|{val.jsonqe}|\"\"",
        "x|{val.n0}|x"
      })
  void textsForJson(String text, String braces, String result) throws NotationException {
    assertThat(applied(text, braces)).isEqualTo(Value.of(result));
  }

  @ParameterizedTest
  @CsvSource({"-7201, 7, 1", "5, 5, 5", "0, 0, 0", "-9223372036854775808, 9, 8"})
  void digitsOfANumber(long number, long first, long last) throws NotationException {
    GivenVariables run = new GivenVariables(Map.of("rs", Value.of(number)));
    assertThat(run.value("$(rs{num.fdigit})")).isEqualTo(Value.of(first));
    assertThat(run.value("$(rs{num.ldigit})")).isEqualTo(Value.of(last));
  }

  @Test
  void whatIsNoNumberHasNoDigits() throws NotationException {
    assertThat(applied("77", "{num.fdigit}")).isEqualTo(Value.of(0));
    GivenVariables run = new GivenVariables(Map.of("null", Value.NULL, "n", Value.of(7)));
    assertThat(run.value("$(null{num.ldigit})")).isEqualTo(Value.of(0));
    assertThat(run.value("$(n{val.json})")).isEqualTo(Value.of(7));
    assertThat(run.value("$(null{val.json})")).isEqualTo(Value.EMPTY);
  }
}
