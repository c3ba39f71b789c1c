// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.run;

import org.signalbox.script.BlockKind;
import org.signalbox.script.Span;

/** What runs something and has its code for a value (script.md §6.1). */
public final class Calls {
  private Calls() {}

  /**
   * A call of a module's function: sets {@code $rc}; code 0 ends the script. One that throws has
   * failed: modules are written by others, and what is wrong in one must not end the run.
   */
  public static Code function(String name, FunctionCall call) {
    return (Suspendable)
        frame -> {
          int code;
          try {
            code = call.run(frame);
          } catch (Fault e) {
            throw e;
          } catch (RuntimeException | LinkageError e) {
            frame.log().error(frame.place(), "function " + name + " has failed: " + where(e));
            code = -1;
          }
          return returned(frame, code);
        };
  }

  /** A suspended function has the value with which the run goes on. */
  private static long returned(Frame frame, int code) {
    Continuation suspension = frame.suspension();
    if (suspension != null) {
      suspension.add((later, value) -> later.leaving() ? value : later.returned(value));
    }
    return frame.returned(code);
  }

  private static String where(Throwable e) {
    StackTraceElement[] trace = e.getStackTrace();
    String text = e.toString().replaceAll("\\p{Cntrl}+", " ");
    return trace.length == 0 ? text : text + " at " + trace[0];
  }

  /** A core command: leaves {@code $rc} alone. */
  public static Code command(FunctionCall call) {
    return call::run;
  }

  /** A route known now. */
  public static Code route(Route route) {
    return (Suspendable) frame -> call(route, frame);
  }

  /** A route whose name is known when it runs. */
  public static Code route(Operand name, Span place) {
    return new DynamicRoute(name, place);
  }

  /** {@code { statements }} as an expression. */
  public static Code block(Block block) {
    return (Suspendable) block::run;
  }

  /** {@code ( variable = value )}: 1, or less than 0 when it failed. */
  public static Code assignment(Step assignment) {
    return (Suspendable) assignment::run;
  }

  static long call(Route route, Frame frame) {
    long code = route.call(frame);
    frame.result(code);
    return code;
  }

  /** Something that runs and has a code. Immutable and shared. */
  public interface Code extends NumberOperand {

    /** Runs it; the true code. */
    long run(Frame frame);

    /** 1 when its code is greater than 0, else 0. */
    @Override
    default long number(Frame frame) {
      return frame.limits().truth(run(frame));
    }

    /** The same with its true code as value, as the whole right side of an assignment has it. */
    default Operand whole() {
      return (NumberOperand) this::run;
    }

    /** The same as a statement. */
    default Step step(Span place) {
      return frame -> {
        frame.at(place);
        try {
          return run(frame);
        } catch (Fault e) {
          frame.log().error(place, "run action error at: " + place);
          return -1;
        }
      };
    }
  }

  /** Code in which a run may be suspended; its value then comes when it is resumed. */
  private interface Suspendable extends Code {
    @Override
    default boolean mayWait() {
      return true;
    }

    @Override
    default long number(Frame frame) {
      long number = Code.super.number(frame);
      Continuation suspension = frame.suspension();
      if (suspension != null) {
        suspension.add((later, code) -> later.limits().truth(code));
        suspension.giving(this);
      }
      return number;
    }

    @Override
    default Operand whole() {
      return new Whole(this);
    }
  }

  private record Whole(Code code) implements NumberOperand {
    @Override
    public long number(Frame frame) {
      long value = code.run(frame);
      Continuation suspension = frame.suspension();
      if (suspension != null) {
        suspension.add((later, result) -> result);
        suspension.giving(this);
      }
      return value;
    }
  }

  private record DynamicRoute(Operand name, Span place) implements Suspendable {
    @Override
    public long run(Frame frame) {
      String wanted = name.text(frame);
      Route route = frame.script().route(BlockKind.NAMED, wanted).orElse(null);
      if (route == null) {
        frame.log().error(place, "route \"" + Excerpt.of(wanted) + "\" not found at " + position());
        frame.log().error(place, "run action error at: " + position());
        return -1;
      }
      return call(route, frame);
    }

    private String position() {
      return place.source().name() + ":" + place.line();
    }
  }
}
