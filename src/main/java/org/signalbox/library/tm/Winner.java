// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which reply goes upstream when every branch has a negative one (modules.md §2.5). */
final class Winner {
  private Winner() {}

  /**
   * The branch whose reply wins; the first of equals.
   *
   * @param penalty added to the rank of replies that are made up here (faked_reply_prio)
   * @return null when there is none
   */
  static @Nullable ClientBranch of(List<ClientBranch> branches, int penalty) {
    ClientBranch best = null;
    for (ClientBranch branch : branches) {
      if (branch.status() >= 300
          && !branch.forgotten()
          && (best == null || rank(branch, penalty) < rank(best, penalty))) {
        best = branch;
      }
    }
    return best;
  }

  private static int rank(ClientBranch branch, int penalty) {
    return rank(branch.status()) + (branch.reply() == null ? penalty : 0);
  }

  /** The less, the better. */
  private static int rank(int code) {
    int base =
        switch (code / 100) {
          case 6 -> 1000;
          case 3 -> 3000;
          case 4 -> needsMore(code) ? 4000 : 4100;
          default -> 5000;
        };
    return base + code % 100;
  }

  /** Codes upon which the caller may try again with more. */
  private static boolean needsMore(int code) {
    return code == 401 || code == 407 || code == 415 || code == 420 || code == 484;
  }
}
