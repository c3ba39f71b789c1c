// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script;

import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Finds the name that was probably meant. */
public final class Suggestion {
  private Suggestion() {}

  /** Advice that names the closest of the known names, or null when none is close. */
  public static @Nullable String didYouMean(String written, Collection<String> known) {
    int bound = Math.max(1, written.length() / 3);
    String best =
        known.stream()
            .filter(name -> Math.abs(name.length() - written.length()) <= bound)
            .filter(name -> distance(written, name) <= bound)
            .min(
                Comparator.comparingInt((String name) -> distance(written, name))
                    .thenComparing(Comparator.naturalOrder()))
            .orElse(null);
    return best == null ? null : "did you mean '" + best + "'?";
  }

  /** How many edits turn one into the other; a swap of neighbours is one. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : step(a, b, i, j, cost);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int step(String a, String b, int i, int j, int[][] cost) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int least = Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
