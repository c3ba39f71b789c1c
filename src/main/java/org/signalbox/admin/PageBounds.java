// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.json.JsonObjectBuilder;

/**
 * The part of a list that a request asks for.
 *
 * @param after what the page before gave as {@code next}; 0 for the first page
 * @param limit how many at most
 */
record PageBounds(long after, int limit) {
  private static final int MOST = 1000;

  /**
   * @throws ProblemException with status 400 for a value out of its range
   */
  PageBounds {
    if (limit < 1 || limit > MOST) {
      throw ProblemException.badField("limit", "It must be 1 to " + MOST + ".");
    }
    if (after < 0) {
      throw ProblemException.badField("after", "It must be 0 or what the page before has as next.");
    }
  }

  /** As a query has it. */
  static PageBounds of(WholeNumber after, WholeNumber limit) {
    return new PageBounds(after.value("after"), limit.intValue("limit"));
  }

  /** Adds where the next page begins: behind the last item of this one, if there are more. */
  static JsonObjectBuilder next(JsonObjectBuilder json, boolean more, long last) {
    return more ? json.add("next", last) : json.addNull("next");
  }
}
