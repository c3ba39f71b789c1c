// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.signalbox.script.NotationException;
import org.signalbox.script.Value;

/** Every conformance case of transformations.md is shown. */
class TransformationConformanceTest {
  private static final int CASES = 373;
  private static final CaseFile FILE = CaseFile.read();

  static Stream<CaseFile.Case> cases() {
    return FILE.cases().stream();
  }

  @Test
  void noCaseIsForgotten() {
    List<Integer> numbers =
        cases()
            .map(CaseFile.Case::number)
            .filter(number -> !number.equals("load"))
            .map(Integer::valueOf)
            .distinct()
            .toList();
    assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, CASES).boxed().toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void comesOut(CaseFile.Case wanted) throws NotationException {
    GivenVariables variables = new GivenVariables(FILE.variables());
    switch (wanted.kind()) {
      case "text" ->
          assertThat(variables.value(wanted.script())).isEqualTo(Value.of(wanted.expected()));
      case "int" -> {
        assertThat(variables.value(wanted.script()).isInteger()).isTrue();
        assertThat(variables.value(wanted.script()).text()).isEqualTo(wanted.expected());
      }
      case "fail" -> assertThat(variables.value(wanted.script())).isSameAs(Value.FAILED);
      case "shown" ->
          assertThat(variables.value(wanted.script()).shown()).isEqualTo(wanted.expected());
      case "loads" -> assertThat(variables.parse(wanted.script(), 0)).isNotNull();
      case "refused" -> assertThat(refusal(variables, wanted)).isEqualTo(wanted.expected());
      case "golden" ->
          assertThat(Path.of("src/test/scripts", wanted.expected() + ".expected")).exists();
      default -> fail("no such kind: " + wanted.kind());
    }
  }

  private static String refusal(GivenVariables variables, CaseFile.Case wanted) {
    NotationException problem =
        catchThrowableOfType(NotationException.class, () -> variables.parse(wanted.script(), 0));
    assertThat(problem).as("refusal").isNotNull();
    return problem.code();
  }
}
