// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.syntax;

import org.signalbox.script.Problem;

/** Leaves a broken statement; the parser catches it, notes the problem and goes on behind it. */
final class SyntaxError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  SyntaxError(Problem problem) {
    super(problem.message(), null, false, false);
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
