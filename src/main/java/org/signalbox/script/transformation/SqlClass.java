// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import org.signalbox.script.Value;

/** Class {@code sql}: a value as a literal of a query (transformations.md §8). */
final class SqlClass {
  private SqlClass() {}

  static TransformationClass create() {
    return new NamedTransformations("sql")
        .plain("val", literal("NULL"))
        .plain("val.int", literal("0"))
        .plain("val.str", literal("''"));
  }

  private static Transformation literal(String forNull) {
    Value nothing = Value.of(forNull);
    return (input, frame) -> {
      if (input.isNull()) {
        return nothing;
      }
      String text = input.text();
      return Value.of(input.isInteger() ? text : '\'' + Backslashes.common(text) + '\'');
    };
  }
}
