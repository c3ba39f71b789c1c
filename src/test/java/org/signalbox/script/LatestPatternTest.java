// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;

class LatestPatternTest {
  private final List<String> compiled = new ArrayList<>();
  private final LatestPattern latest =
      new LatestPattern(
          text -> {
            compiled.add(text);
            return PosixPattern.compile(text, false);
          });

  @Test
  void isCompiledAgainOnlyWhenItsTextHasChanged() {
    latest.of("a+");
    latest.of("a+");
    assertThat(latest.of("b+").pattern()).isEqualTo("b+");
    assertThat(compiled).containsExactly("a+", "b+");
  }

  @Test
  void whatIsMalformedLeavesTheOneBefore() {
    latest.of("a+");
    assertThatThrownBy(() -> latest.of("(a")).isInstanceOf(PatternSyntaxException.class);
    latest.of("a+");
    assertThat(compiled).containsExactly("a+", "(a");
  }
}
