// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageBoundsTest {
  @Test
  void theyAreReadFromAQuery() {
    assertThat(PageBounds.of(new WholeNumber(" 7 "), new WholeNumber("1000")))
        .isEqualTo(new PageBounds(7, 1000));
  }

  @ParameterizedTest
  @CsvSource({"-1, 10, after", "x, 10, after", "0, 0, limit", "0, 1001, limit", "0, 9e9, limit"})
  void aValueOutOfItsRangeIsNamed(String after, String limit, String field) {
    assertThatThrownBy(() -> PageBounds.of(new WholeNumber(after), new WholeNumber(limit)))
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.field()).isEqualTo(field));
  }
}
