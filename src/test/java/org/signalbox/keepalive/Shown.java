// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Follows what a table of cases refers to: {@code case 7}, {@code SomeTest.aMethod}, a script. */
final class Shown {
  private Shown() {}

  static void by(String reference) {
    if (reference.startsWith("case ")) {
      int number = Integer.parseInt(reference.substring(5));
      assertThat(SpecificationCases.read("keepalive.cases"))
          .anyMatch(each -> each.number() == number && !each.steps().isEmpty());
    } else if (reference.contains("/")) {
      assertThat(Path.of("src/test/scripts", reference + ".cfg")).isNotEmptyFile();
      assertThat(Path.of("src/test/scripts", reference + ".expected")).isNotEmptyFile();
    } else {
      assertThat(Arrays.stream(test(reference).getDeclaredMethods()))
          .as(reference)
          .anyMatch(
              method ->
                  reference.endsWith("." + method.getName())
                      && method.isAnnotationPresent(Test.class));
    }
  }

  private static Class<?> test(String reference) {
    String name = reference.substring(0, reference.indexOf('.'));
    try {
      return Class.forName(Shown.class.getPackageName() + "." + name);
    } catch (ClassNotFoundException e) {
      return fail("no such test: " + reference);
    }
  }
}
