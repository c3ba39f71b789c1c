// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.textopsx;

import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.run.Variable;
import org.signalbox.script.variable.VariableTable;

/** What iterators stand at: {@code $hfitname(it)}, {@code $hfitbody(it)}, {@code $blitval(it)}. */
final class WalkVariables {
  private WalkVariables() {}

  /** Chooses from a piece. */
  private interface Part {
    String of(Walks.Piece piece);
  }

  static VariableFamily family(Walks headers, Walks lines) {
    return VariableTable.builder()
        .inner("hfitname", iterator -> variable(headers, iterator, Walks.Piece::name))
        .inner("hfitbody", iterator -> variable(headers, iterator, Walks.Piece::text))
        .inner("blitval", iterator -> variable(lines, iterator, Walks.Piece::text))
        .build();
  }

  private static Variable variable(Walks walks, String iterator, Part part) {
    return (frame, into) -> {
      Walks.Piece piece = walks.piece(frame, iterator);
      into.set(piece == null ? null : part.of(piece));
    };
  }
}
