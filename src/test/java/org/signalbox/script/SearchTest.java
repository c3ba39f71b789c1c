// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SearchTest {
  private final Pattern deep = PosixPattern.compile("^(a|b)*$", false);

  @Test
  void whatAPeerHasWrittenTooLongIsNotFoundAndEndsNothing() {
    assertThat(Search.found(deep, "ab".repeat(500_000))).isFalse();
    assertThat(Search.found(deep, "ab")).isTrue();
  }
}
