// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.run;

import org.jspecify.annotations.Nullable;
import org.signalbox.script.Span;

/** The statements that choose, repeat, leave and assign (script.md §6). */
public final class Control {
  private Control() {}

  /** A lone semicolon. */
  public static Step nothing() {
    return frame -> 1;
  }

  public static Step when(
      Operand condition, Block then, @Nullable Block otherwise, Span place, Span conditionPlace) {
    return new When(condition, then, otherwise, place, conditionPlace);
  }

  public static Step loop(Operand condition, Block body, Span place) {
    return new Loop(condition, body, place);
  }

  public static Step assign(Variable.Writable target, Operand value, Span place) {
    return new Assign(target, value, place);
  }

  /** {@code return}: 0 ends the script like {@code exit}. */
  public static Step giveBack(Operand value, Span place) {
    return new Leave(
        value, place, (frame, code) -> frame.flow(code == 0 ? Frame.Flow.EXIT : Frame.Flow.RETURN));
  }

  /** {@code exit}. */
  public static Step exit(Operand value, Span place) {
    return new Leave(value, place, (frame, code) -> frame.flow(Frame.Flow.EXIT));
  }

  /** {@code drop}. */
  public static Step drop(Operand value, Span place) {
    return new Leave(value, place, (frame, code) -> frame.drop());
  }

  /** {@code break}. */
  public static Step breakOff(Operand value, Span place) {
    return new Leave(value, place, (frame, code) -> frame.flow(Frame.Flow.BREAK));
  }

  private static String range(Span span) {
    return "(%d,%d-%d,%d)".formatted(span.line(), span.column(), span.endLine(), span.endColumn());
  }

  private record When(
      Operand condition, Block then, @Nullable Block otherwise, Span place, Span conditionPlace)
      implements Step {
    @Override
    public long run(Frame frame) {
      frame.at(place);
      boolean holds;
      try {
        holds = condition.holds(frame);
      } catch (Fault e) {
        holds = failed(frame);
      }
      if (frame.leaving()) {
        suspended(frame);
        return 1;
      }
      return chosen(frame, holds);
    }

    private long chosen(Frame frame, boolean holds) {
      Block branch = holds ? then : otherwise;
      return branch == null || frame.leaving() ? 1 : branch.run(frame);
    }

    private void suspended(Frame frame) {
      Continuation suspension = frame.suspension();
      if (suspension != null) {
        suspension.taking(
            condition,
            (later, verdict) -> chosen(later, later.limits().holds(verdict)),
            later -> chosen(later, failed(later)));
      }
    }

    private boolean failed(Frame frame) {
      frame.log().error(conditionPlace, "if expression evaluation failed " + range(conditionPlace));
      return false;
    }
  }

  private record Loop(Operand condition, Block body, Span place) implements Step {
    @Override
    public long run(Frame frame) {
      return turns(frame, 0, 1, goesOn(frame, 0, 1));
    }

    private long turns(Frame frame, int done, long last, boolean first) {
      long value = last;
      int limit = frame.limits().loops();
      boolean on = first;
      for (int turns = done; on; turns++, on = goesOn(frame, turns, value)) {
        if (limit > 0 && turns >= limit) {
          String where = "(" + place.line() + ", " + place.column() + ")";
          frame.log().error(place, "runaway while " + where + ": more then " + limit + " loops");
          break;
        }
        value = body.run(frame);
        if (frame.leaving()) {
          suspended(frame, turns + 1);
          left(frame);
          break;
        }
      }
      return value;
    }

    private void suspended(Frame frame, int turns) {
      Continuation suspension = frame.suspension();
      if (suspension != null) {
        suspension.add(
            (later, value) ->
                left(later) ? value : turns(later, turns, value, goesOn(later, turns, value)));
      }
    }

    private static boolean left(Frame frame) {
      boolean leaving = frame.leaving();
      if (frame.flow() == Frame.Flow.BREAK) {
        frame.flow(Frame.Flow.ON);
      }
      return leaving;
    }

    /** Whether there is another turn, after some that have ended with a value. */
    private boolean goesOn(Frame frame, int turns, long value) {
      frame.at(place);
      boolean holds;
      try {
        holds = condition.holds(frame);
      } catch (Fault e) {
        return false;
      }
      Continuation suspension = frame.suspension();
      if (suspension != null) {
        suspension.taking(
            condition,
            (later, verdict) -> turns(later, turns, value, goesOn(later, verdict)),
            later -> value);
      }
      return holds && !frame.leaving();
    }

    private static boolean goesOn(Frame frame, long verdict) {
      return frame.limits().holds(verdict) && !frame.leaving();
    }
  }

  private record Assign(Variable.Writable target, Operand value, Span place) implements Step {
    @Override
    public long run(Frame frame) {
      frame.at(place);
      Cell cell = frame.scratch();
      try {
        value.read(frame, cell);
      } catch (Fault e) {
        return failed(frame);
      }
      Continuation suspension = frame.suspension();
      if (suspension != null) {
        suspension.taking(value, this::resumed, this::failed);
        return 1;
      }
      return assigned(frame, cell);
    }

    private long resumed(Frame frame, long value) {
      Cell cell = frame.scratch();
      cell.set(value);
      frame.at(place);
      return frame.leaving() ? value : assigned(frame, cell);
    }

    private long assigned(Frame frame, Cell cell) {
      if (cell.kind() == Cell.Kind.FAILED) {
        frame.log().error(place, "non existing right pvar");
        return failed(frame);
      }
      if (cell.length() > Limits.LONGEST_TEXT) {
        frame.log().error(place, "no more memory: a text of " + cell.length() + " bytes");
        return failed(frame);
      }
      if (!target.write(frame, cell)) {
        frame.log().error(place, "setting pvar failed");
        return failed(frame);
      }
      return 1;
    }

    private long failed(Frame frame) {
      frame.log().error(place, "assignment failed at pos: " + range(place));
      return -1;
    }
  }

  private interface Way {
    void leave(Frame frame, long code);
  }

  private record Leave(Operand value, Span place, Way way) implements Step {
    @Override
    public long run(Frame frame) {
      frame.at(place);
      long code;
      try {
        code = value.number(frame);
      } catch (Fault e) {
        code = -1;
      }
      if (frame.flow() != Frame.Flow.EXIT) {
        way.leave(frame, code);
        return code;
      }
      Continuation suspension = frame.suspension();
      if (suspension != null) {
        suspension.taking(value, this::resumed, later -> resumed(later, -1));
      }
      return code;
    }

    private long resumed(Frame frame, long code) {
      if (frame.flow() != Frame.Flow.EXIT) {
        way.leave(frame, code);
      }
      return code;
    }
  }
}
