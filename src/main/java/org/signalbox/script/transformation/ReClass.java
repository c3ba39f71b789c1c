// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import org.jspecify.annotations.Nullable;
import org.signalbox.script.Frame;
import org.signalbox.script.NotationException;
import org.signalbox.script.Substitution;
import org.signalbox.script.Value;
import org.signalbox.script.VariableParser;

/** Class {@code re}: regular expressions (transformations.md §8). */
final class ReClass {
  private ReClass() {}

  static TransformationClass create() {
    return new NamedTransformations("re").with("subst", ReClass::substitution);
  }

  private static Transformation substitution(Specifier specifier) throws NotationException {
    if (specifier.variableFollows()) {
      return notEmpty(new Dynamic(specifier.text(), specifier.variables()));
    }
    String expression = specifier.rest();
    try {
      Substitution known = Substitution.parse(expression, specifier.variables());
      return notEmpty(known::apply);
    } catch (NotationException e) {
      throw specifier.wrong(e);
    }
  }

  private static Transformation notEmpty(Transformation work) {
    return (input, frame) -> input.text().isEmpty() ? Value.FAILED : work.apply(input, frame);
  }

  /** One whose expression is known at run time only; the last one read is kept. */
  private static final class Dynamic implements Transformation {
    private final Parameter expression;
    private final VariableParser variables;
    private volatile @Nullable Known last;

    private record Known(String text, Substitution substitution) {}

    Dynamic(Parameter expression, VariableParser variables) {
      this.expression = expression;
      this.variables = variables;
    }

    @Override
    public Value apply(Value input, Frame frame) {
      Value written = expression.value(frame);
      if (written.failed()) {
        return written;
      }
      Known known = last;
      if (known == null || !known.text().equals(written.text())) {
        try {
          known = new Known(written.text(), Substitution.parse(written.text(), variables));
        } catch (NotationException e) {
          return frame.fail(e.reason());
        }
        last = known;
      }
      return known.substitution().apply(input, frame);
    }
  }
}
