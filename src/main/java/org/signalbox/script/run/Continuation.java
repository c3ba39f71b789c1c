// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a run that was suspended still has to do: the rest of every block it was in, innermost
 * first. Recorded while the run unwinds, so that a run that is not suspended pays nothing.
 * Immutable from then on: resumed on any thread, with {@link Script#resume}.
 */
public final class Continuation {

  /** The rest of one block, route or expression. */
  @FunctionalInterface
  interface Rest {

    /**
     * Goes on with it.
     *
     * @param value of what has run before, inside it
     */
    long run(Frame frame, long value);

    /** Goes on with it when what has run before, inside it, has no value. */
    default long failed(Frame frame) {
      throw Fault.NO_VALUE;
    }
  }

  /** What a statement does with the value of its expression. */
  private record Taking(Rest rest, ToLongFunction<Frame> otherwise) implements Rest {
    @Override
    public long run(Frame frame, long value) {
      return rest.run(frame, value);
    }

    @Override
    public long failed(Frame frame) {
      return otherwise.applyAsLong(frame);
    }
  }

  private final Route route;
  private final long result;
  private final List<Rest> rests = new ArrayList<>(4);

  /** The expression whose value the next rest must take, while the run unwinds. */
  private @Nullable Operand given;

  /**
   * @param route in which the run was suspended
   * @param result with which it goes on at once besides; 0 when it does not
   */
  Continuation(Route route, long result) {
    this.route = route;
    this.result = result;
  }

  long result() {
    return result;
  }

  /** Adds the rest of a block or a route. */
  void add(Rest rest) {
    rests.add(given == null ? rest : Continuation::lost);
    given = null;
  }

  /** Adds what a larger expression does with the value of an operand. */
  void taking(Operand operand, Rest rest) {
    rests.add(given == operand ? rest : Continuation::lost);
    given = null;
  }

  /**
   * Adds what a statement does with the value of its expression.
   *
   * @param otherwise what it does when that has none
   */
  void taking(Operand operand, Rest rest, ToLongFunction<Frame> otherwise) {
    taking(operand, new Taking(rest, otherwise));
  }

  /** Says that the value of what was added last is that of an operand. */
  void giving(Operand operand) {
    given = operand;
  }

  /** The value is lost: expressions that make texts, and arguments, cannot be gone on with. */
  static long lost(Frame frame, long value) {
    frame.error("what was suspended within an expression ends here; call it by itself");
    frame.flow(Frame.Flow.EXIT);
    return value;
  }

  /**
   * Runs all of it; the value is that of the outermost route. What is left when the run is
   * suspended again belongs to that suspension.
   */
  long run(Frame frame, long value) {
    frame.in(route);
    frame.result(value);
    long last = value;
    boolean failed = false;
    for (int i = 0; i < rests.size(); i++) {
      Rest rest = rests.get(i);
      try {
        last = failed ? rest.failed(frame) : rest.run(frame, last);
        failed = false;
      } catch (Fault e) {
        failed = true;
      }
      Continuation again = frame.suspension();
      if (again != null) {
        again.leadTo(rests.subList(i + 1, rests.size()));
        break;
      }
    }
    return failed ? -1 : last;
  }

  /** Adds rests that know already whose values they take. */
  private void leadTo(List<Rest> outer) {
    rests.addAll(outer);
    given = null;
  }
}
