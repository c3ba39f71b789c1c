// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text with variables in it, expanded anew for each message. Immutable and shared. */
public final class TextFormat {
  private final Part[] parts;
  private final String tail;

  /**
   * Puts a format together.
   *
   * @param tail what stands behind the last variable
   */
  public TextFormat(List<Part> parts, String tail) {
    this.parts = parts.toArray(Part[]::new);
    this.tail = tail;
  }

  /** A variable with the text before it. */
  public record Part(String before, Variable variable) {}

  /** Its text when no variable is in it, else null. */
  public @Nullable String constant() {
    return parts.length == 0 ? tail : null;
  }

  /** The variable that it consists of, if it is nothing else; else null. */
  public @Nullable Variable onlyVariable() {
    return parts.length == 1 && parts[0].before().isEmpty() && tail.isEmpty()
        ? parts[0].variable()
        : null;
  }

  /** The expanded text; null prints {@code <null>}, what cannot be read prints nothing. */
  public String text(Frame frame) {
    if (parts.length == 0) {
      return tail;
    }
    StringBuilder out = new StringBuilder();
    for (Part part : parts) {
      out.append(part.before());
      Cell value = frame.scratch();
      part.variable().read(frame, value);
      out.append(value.kind() == Cell.Kind.NULL ? "<null>" : value.text());
    }
    return out.append(tail).toString();
  }
}
