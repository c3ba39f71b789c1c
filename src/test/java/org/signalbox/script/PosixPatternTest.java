// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PosixPatternTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '~',
      value = {
        "^f([0-9]+)$@f16@true",
        "f\\d+@f16@false",
        "f\\d+@fddd@true",
        "^f[[:digit:]]+$@f16@true",
        "^[[:alpha:]_]+$@ab_C@true",
        "[]a]@]@true",
        "[^]a]@]@false",
        "[a\\]@\\]@true",
        "^[a-c-]+$@a-c@true",
        "[[.-.]]@-@true",
        "a**@aaa@true",
        "^(a|b)*?c$@abc@true",
        "^a{2,3}$@aaa@true",
        "^a{2,3}$@a@false",
        "^a{,2}$@aa@true",
        "a{x@a{x@true",
        "a)@a)@true",
        "^(.)\\1$@aa@true",
        "^(.)\\1$@ab@false",
        "\\.com$@example.com@true",
        "\\.com$@examplexcom@false",
        "\\<b@a b@true",
        "^a&&b$@a&&b@true",
        "[a&&b]@&@true",
        "ABC@abc@true",
      })
  void matchesAsTheCLibraryDoes(String expression, String text, boolean matches) {
    assertThat(PosixPattern.compile(expression, true).matcher(text).find()).isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(strings = {"([a", "(a", "*a", "a|*b", "[[:nope:]]", "[b-a]", "a\\", "[a"})
  void refusesWhatTheCLibraryRefuses(String expression) {
    assertThatThrownBy(() -> PosixPattern.compile(expression, true))
        .isInstanceOf(PatternSyntaxException.class);
  }

  @ParameterizedTest
  @CsvSource({"false,false", "true,true"})
  void linesMatterOnlyWhenAskedFor(boolean lines, boolean matches) {
    assertThat(PosixPattern.compile("^def$", true, lines).matcher("abc\ndef\nghi").find())
        .isEqualTo(matches);
    assertThat(PosixPattern.compile("abc.def", true, lines).matcher("abc\ndef").find())
        .isEqualTo(!matches);
  }
}
