// SPDX-License-Identifier: Apache-2.0
package org.signalbox.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        " {\"a\" : [1, -2.5, true,false ,null], \"a\":{}} |"
            + " {\"a\":[1,-2.500000,true,false,null],\"a\":{}}",
        "[] | []",
        "\"\\u00e9\\n\\/\\\\\\\"\\b\\f\\r\\t\\u0001\" | \"é\\n/\\\\\\\"\\b\\f\\r\\t\\u0001\"",
        "\"\\ud83d\\ude00\" | \"😀\"",
        "12345678901234 | 12345678901234",
        "1e3 | 1000",
        "1.5 | 1.500000",
        "1e-7 | 1.000000e-07",
        "-0 | 0",
        "99999999999999999999 | 1.000000e+20",
      })
  void whatIsReadIsWritten(String read, String written) throws JsonException {
    assertThat(JsonWriter.write(JsonReader.read(read), false)).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[1",
        "[1,]",
        "{\"a\"}",
        "{\"a\":}",
        "{a:1}",
        "{\"a\":1,}",
        "01",
        "1.",
        "+1",
        "-",
        "tru",
        "nul",
        "\"a",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\u0001\"",
        "1 2",
        "{}x",
        "'a'"
      })
  void refusesWhatIsNoJson(String text) {
    assertThatThrownBy(() -> JsonReader.read(text)).isInstanceOf(JsonException.class);
  }

  @Test
  void refusesDeepNesting() throws JsonException {
    int most = JsonReader.DEEPEST;
    assertThat(JsonReader.read("[".repeat(most) + "]".repeat(most))).isNotNull();
    assertThatThrownBy(() -> JsonReader.read("[".repeat(most + 1) + "]".repeat(most + 1)))
        .hasMessageContaining("deeply");
  }

  /** The form that Kamailio 5.6.3 prints (rpc.md §3.3). */
  @Test
  void writesThePrettyForm() {
    RpcStruct reply = new RpcStruct().add("now", Instant.ofEpochSecond(1795210236));
    RpcArray list = reply.array("list").add("a").add(1);
    list.struct().add("x", null);
    list.struct().struct("y").add("z", false);
    reply.struct("empty");
    reply.array("none");
    assertThat(JsonWriter.write(reply, true))
        .isEqualTo(
            """
            {
            	"now":	"20261120T21:30:36",
            	"list":	["a", 1, {
            			"x":	null
            		}, {
            			"y":	{
            				"z":	false
            			}
            		}],
            	"empty":	{
            	},
            	"none":	[]
            }\
            """);
  }
}
