// SPDX-License-Identifier: Apache-2.0
package org.signalbox.siprepo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.signalbox.testkit.CaseTable;

/** Every conformance case of siprepo.md is shown somewhere, or says what it waits for. */
class SiprepoConformanceTest {
  private static final int CASES = 29;

  static List<String> rows() {
    return CaseTable.rows("siprepo");
  }

  @Test
  void noCaseIsForgotten() {
    assertThat(rows().stream().map(CaseTable::number).toList())
        .isEqualTo(IntStream.rangeClosed(1, CASES).boxed().toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void whatShowsItExists(String row) {
    assertThat(CaseTable.missing(row)).isEmpty();
  }
}
