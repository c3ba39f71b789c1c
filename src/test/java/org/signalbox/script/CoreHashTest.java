// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The numbers are Kamailio's (modules.md §12, transformations.md §10). */
class CoreHashTest {

  @Test
  void theFunctionOfScriptsGivesOneMore() {
    assertThat(1 + (CoreHash.of("abc", "x") & 15)).isEqualTo(10);
    assertThat(1 + (CoreHash.of("alice", "") & 255)).isEqualTo(222);
  }

  @Test
  void nothingIsZero() {
    assertThat(CoreHash.of("", "")).isZero();
  }

  @Test
  void itIsNeverNegative() {
    assertThat(CoreHash.of("Hello World", "")).isEqualTo(2_764_307_758L);
  }
}
