// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.signalbox.script.BlockKind;
import org.signalbox.script.Problem;
import org.signalbox.script.Problems;
import org.signalbox.script.Span;

/** Names of blocks that functions arm; whether they exist is known at the end of the file. */
final class RouteNamesUsed {
  private record Use(BlockKind kind, String name, String function, Span place) {}

  private final List<Use> uses = new ArrayList<>();

  void used(BlockKind kind, String name, String function, Span place) {
    uses.add(new Use(kind, name, function, place));
  }

  /** Warns of those that are missing; {@code "0"} and an empty name disarm. */
  void check(BlockKind kind, Set<String> existing, Problems problems) {
    for (Use use : uses) {
      boolean names = !use.name().isEmpty() && !use.name().equals("0");
      if (use.kind() == kind && names && !existing.contains(use.name())) {
        problems.add(
            Problem.warning(
                "missing-route",
                use.place(),
                "%s(\"%s\"): empty/non existing route".formatted(use.function(), use.name())));
      }
    }
  }
}
