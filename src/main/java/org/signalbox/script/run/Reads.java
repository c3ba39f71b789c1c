// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.run;

import java.util.List;

/** Expressions that read variables. */
public final class Reads {
  private Reads() {}

  /** A variable. */
  public static Operand variable(Variable variable) {
    return new Read(variable);
  }

  /** A variable with transformations, applied from left to right. */
  public static Variable transformed(Variable variable, List<Transformation> transformations) {
    return new Transformed(variable, transformations.toArray(Transformation[]::new));
  }

  /** Whether a variable has a value. */
  public static Operand defined(Variable variable) {
    return (NumberOperand)
        frame -> {
          Value value = frame.scratch();
          variable.read(frame, value);
          return value.isPresent() ? 1 : 0;
        };
  }

  private record Read(Variable variable) implements Operand {
    @Override
    public void read(Frame frame, Value into) {
      variable.read(frame, into);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared; an array is what the loop wants
  private record Transformed(Variable variable, Transformation[] all) implements Variable {
    @Override
    public void read(Frame frame, Value into) {
      variable.read(frame, into);
      for (Transformation transformation : all) {
        transformation.apply(frame, into);
        if (into.kind() == Value.Kind.FAILED) {
          return;
        }
      }
    }
  }
}
