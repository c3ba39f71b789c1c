// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.plan;

import org.signalbox.script.Problem;
import org.signalbox.script.Span;

/** Leaves a statement that cannot be planned; its planner notes the problem and goes on. */
final class PlanError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  PlanError(Problem problem) {
    super(problem.message(), null, false, false);
    this.problem = problem;
  }

  PlanError(String code, Span span, String message) {
    this(Problem.error(code, span, message));
  }

  Problem problem() {
    return problem;
  }
}
