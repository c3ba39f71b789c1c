// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.run;

import java.util.List;
import org.signalbox.script.Value;
import org.signalbox.script.transformation.Transformation;

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
          Cell value = frame.scratch();
          variable.read(frame, value);
          return value.isPresent() ? 1 : 0;
        };
  }

  private record Read(Variable variable) implements Operand {
    @Override
    public void read(Frame frame, Cell into) {
      variable.read(frame, into);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared; an array is what the loop wants
  private record Transformed(Variable variable, Transformation[] all) implements Variable {
    @Override
    public void read(Frame frame, Cell into) {
      variable.read(frame, into);
      Value value = into.value();
      for (int i = 0; i < all.length && !value.failed(); i++) {
        value = all[i].apply(value, frame);
      }
      into.set(value);
    }
  }
}
