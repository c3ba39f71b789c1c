// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.script.transformation.GivenVariables.applied;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signalbox.script.NotationException;
import org.signalbox.script.Value;

/** What the conformance cases of class {@code s} leave open, newer transformations above all. */
class StringClassTest {

  @ParameterizedTest(name = "{1} of [{0}]")
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "a b\tc|{s.select,1,\\s}|b",
        "a b\tc|{s.select,1,\\w}|b\tc",
        "a b\tc|{s.selectws,-1}|c",
        "abc|{s.selectws,1}|~~",
        "abc|{s.charat,1}|b",
        "abc|{s.charat,3}|~~",
        "abc|{s.charat,-1}|~~",
        "abc|{s.rtrim}|abc",
        "a.b.c|{s.rbefore,.}|a.b",
        "a.b.c|{s.rafter,.}|c",
        "abc|{s.rbefore,.}|abc",
        "abc|{s.rafter,.}|~~",
        "a\\tb\\|{s.unescape.crlf}|a\\tb\\",
        "a\\nb|{s.rm,\\\\n}|ab",
        "a%zz%41+b%4|{s.urldecode.param}|a%zzA b%4",
        "()|{s.unbracket}|~~",
        "(a]|{s.unbracket}|(a]",
        "~~|{s.escape.csv}|\"\"",
        "abc|{s.fmtlines,3,1}|abc",
        "{x}|{s.replace,x,y}|{y}",
        "aaa|{s.replace,aa,a}|aa"
      })
  void gives(String text, String braces, String result) throws NotationException {
    assertThat(applied(text, braces)).isEqualTo(Value.of(result));
  }

  @Test
  void headersAreUnfolded() throws NotationException {
    assertThat(applied("a\r\n  b\n\tc\nd", "{s.rmhdws}")).isEqualTo(Value.of("a b c\nd"));
    assertThat(applied("a\r\n  b\n\tc\nd", "{s.rmhlws}")).isEqualTo(Value.of("abc\nd"));
  }

  @Test
  void lineEndsAreEscaped() throws NotationException {
    assertThat(applied("a\r\nb", "{s.escape.crlf}")).isEqualTo(Value.of("a\\r\\nb"));
    assertThat(applied("a\\r\\nb\\t", "{s.unescape.crlf}")).isEqualTo(Value.of("a\r\nb\\t"));
  }

  @Test
  void longTextsAreBrokenIntoLines() throws NotationException {
    assertThat(applied("abcdefgh", "{s.fmtlinet,3,1}")).isEqualTo(Value.of("abc\r\n\tdef\r\n\tgh"));
  }

  @Test
  void bytesAreNumbers() throws NotationException {
    assertThat(applied("a\u00ff", "{s.byteat,1}")).isEqualTo(Value.of(255));
    assertThat(applied("a", "{s.byteat,1}")).isEqualTo(Value.of(-1));
  }

  @Test
  void intvWritesAnIntegerAnew() throws NotationException {
    Map<String, Value> given = Map.of("var(x)", Value.integer("+42", 42));
    assertThat(new GivenVariables(given).value("$(var(x){s.intv})")).isEqualTo(Value.of(42));
    assertThat(applied("+42", "{s.intv}")).isEqualTo(Value.integer("+42", 42));
  }

  @Test
  void textsWithAnIntegerBecomeIntegers() throws NotationException {
    Map<String, Value> given = Map.of("rp", Value.numbered("5070", 5070));
    assertThat(new GivenVariables(given).value("$(rp{s.int})"))
        .isEqualTo(Value.integer("5070", 5070));
  }

  @ParameterizedTest
  @CsvSource({
    "0, '{s.ftime,%Y}', 1970",
    "4294967295, '{s.ftime,%Y}', 2106",
    "-86400, '{s.ftime,%F}', 1969-12-31"
  })
  void timesReachBeyond32Bits(String seconds, String braces, String result)
      throws NotationException {
    assertThat(applied(seconds, braces)).isEqualTo(Value.of(result));
  }

  @ParameterizedTest
  @CsvSource({
    "'', '{s.ftime,%Y}', value is not numeric",
    "12a, '{s.ftime,%Y}', value is not numeric",
    "999999999999999999, '{s.ftime,%Y}', no year is so far away",
    "abc, '{s.fmtlines,0,1}', fmtlines cannot break lines like this",
    "abc, '{s.substr,9,1}', substr out of range",
    "abc, '{s.sha3,224}', 'a digest has 256, 384 or 512 bits'",
    "@@@@, '{s.decode.base64}', the value is not base64",
    "0, '{s.decode.base58}', the value is not base58"
  })
  void aFailureSaysItsCause(String text, String braces, String cause) throws NotationException {
    GivenVariables run = new GivenVariables(Map.of("var(x)", Value.of(text)));
    assertThat(run.value("$(var(x)" + braces + ")")).isSameAs(Value.FAILED);
    assertThat(run.errors).containsExactly(cause);
  }

  @Test
  void muchIsNotMadeOfLittle() throws NotationException {
    Map<String, Value> given = new HashMap<>();
    given.put("var(x)", Value.of("a".repeat(60_000)));
    given.put("var(y)", Value.of("b".repeat(1000)));
    given.put("var(n)", Value.of(Long.MAX_VALUE));
    GivenVariables run = new GivenVariables(given);
    assertThat(run.value("$(var(x){s.prefixes})")).isSameAs(Value.FAILED);
    assertThat(run.value("$(var(x){s.replace,a,$var(y)})")).isSameAs(Value.FAILED);
    assertThat(run.value("$(var(x){s.fmtlines,1,$var(n)})")).isSameAs(Value.FAILED);
    assertThat(run.value("$(var(x){s.prefixes,$var(n)})")).isSameAs(Value.FAILED);
    assertThat(run.value("$(var(x){s.strip,$var(n)})")).isEqualTo(Value.EMPTY);
  }
}
