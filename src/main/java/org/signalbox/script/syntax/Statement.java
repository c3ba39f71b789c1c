// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.Span;

/** One statement of a route block (script.md §6). */
public sealed interface Statement {

  /** Where it stands. */
  Span span();

  /** A lone semicolon. */
  record Empty(Span span) implements Statement {}

  /** A function call, a core command or a route call for its effect. */
  record Call(Span span, Expression call) implements Statement {}

  /** {@code variable = value;}. */
  record Assign(Span span, Expression.Variable target, Expression value) implements Statement {}

  /** {@code if}; no {@code else} is an empty list. */
  record If(Span span, Expression condition, List<Statement> then, List<Statement> otherwise)
      implements Statement {
    public If {
      then = List.copyOf(then);
      otherwise = List.copyOf(otherwise);
    }
  }

  /** {@code while}. */
  record While(Span span, Expression condition, List<Statement> body) implements Statement {
    public While {
      body = List.copyOf(body);
    }
  }

  /** {@code switch}. */
  record Switch(Span span, Expression value, List<Case> cases) implements Statement {
    public Switch {
      cases = List.copyOf(cases);
    }
  }

  /**
   * One label with the statements up to the next.
   *
   * @param label null for {@code default}
   * @param regex whether the label is a regular expression
   */
  record Case(Span span, @Nullable Expression label, boolean regex, List<Statement> body) {
    public Case {
      body = List.copyOf(body);
    }
  }

  /** {@code return}, {@code exit}, {@code drop} or {@code break}. */
  record Leave(Span span, Way way, @Nullable Expression value) implements Statement {}

  /** How a statement leaves. */
  enum Way {
    RETURN,
    EXIT,
    DROP,
    BREAK
  }
}
