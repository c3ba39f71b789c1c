// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import org.signalbox.script.Value;

/** Class {@code num}: the digits of an integer; anything else counts as 0 (§8). */
final class NumClass {
  private NumClass() {}

  static TransformationClass create() {
    return new NamedTransformations("num")
        .plain("fdigit", (input, frame) -> Value.of(first(number(input))))
        .plain("ldigit", (input, frame) -> Value.of(Math.abs(number(input) % 10)));
  }

  private static long number(Value input) {
    return input.isInteger() ? input.number() : 0;
  }

  private static long first(long number) {
    long left = number;
    while (left > 9 || left < -9) {
      left /= 10;
    }
    return Math.abs(left);
  }
}
