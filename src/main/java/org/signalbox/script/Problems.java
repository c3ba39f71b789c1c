// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gathers the problems of one load; bounded. For one thread. */
public final class Problems {
  /** More than anybody reads at once; the rest is only counted. */
  static final int LIMIT = 100;

  private final List<Problem> kept = new ArrayList<>();
  private final Set<Object> places = new HashSet<>();
  private int errors;
  private int warnings;

  /** Adds a problem; a second one at the same place follows from the first and is dropped. */
  public void add(Problem problem) {
    if (!places.add(List.of(problem.severity(), problem.span().toString()))) {
      return;
    }
    if (problem.isError()) {
      errors++;
    } else {
      warnings++;
    }
    if (kept.size() < LIMIT) {
      kept.add(problem);
    }
  }

  /** The problems kept, at most 100, in the order of the files. */
  public List<Problem> list() {
    List<Source> sources =
        kept.stream().map(problem -> problem.span().source()).distinct().toList();
    return kept.stream()
        .sorted(
            Comparator.comparingInt((Problem problem) -> sources.indexOf(problem.span().source()))
                .thenComparingInt(problem -> problem.span().start()))
        .toList();
  }

  /** How many mistakes there are, kept or not. */
  public int errors() {
    return errors;
  }

  /** How many warnings there are, kept or not. */
  public int warnings() {
    return warnings;
  }

  /** How many problems are counted but not kept. */
  public int dropped() {
    return errors + warnings - kept.size();
  }
}
