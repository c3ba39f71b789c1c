// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The conformance cases of the specification, step by step as its table spells them. */
class SpecificationTest {
  private static final int CASES = 33;

  @TestFactory
  Stream<DynamicTest> everyCase() {
    return cases("keepalive.cases");
  }

  @TestFactory
  Stream<DynamicTest> whatKamailioCannotBeTold() {
    return cases("keepalive-settings.cases");
  }

  private static Stream<DynamicTest> cases(String file) {
    return SpecificationCases.read(file).stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.number() + " " + each.title(), () -> new CaseRun().run(each.steps())));
  }

  @Test
  void noCaseIsForgotten() {
    List<Integer> numbers =
        SpecificationCases.read("keepalive.cases").stream()
            .map(SpecificationCases::number)
            .distinct()
            .toList();
    assertThat(numbers).containsExactlyElementsOf(IntStream.rangeClosed(1, CASES).boxed().toList());
  }
}
