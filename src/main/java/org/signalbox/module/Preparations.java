// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.Arguments.IntegerArgument;
import org.signalbox.script.plan.Arguments.ShownArgument;
import org.signalbox.script.plan.ScriptFunction.Preparation;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;

/**
 * The usual preparations: every argument is read when the function runs. A text without a value is
 * {@code <null>}; a number without one is an error, and the function then gives -1 without having
 * run.
 */
public final class Preparations {
  private static final long NONE = Long.MIN_VALUE;
  private static final int FAILED = -1;

  private Preparations() {}

  /** Runs with a number. */
  @FunctionalInterface
  public interface WithNumber {
    /** As {@link FunctionCall#run}. */
    int run(Frame frame, long number);
  }

  /** Runs with a text. */
  @FunctionalInterface
  public interface WithText {
    /** As {@link FunctionCall#run}. */
    int run(Frame frame, String text);
  }

  /** Runs with the texts of all its arguments. */
  @FunctionalInterface
  public interface WithTexts {
    /** As {@link FunctionCall#run}. */
    int run(Frame frame, String[] texts);
  }

  /** Runs with texts and a number behind them. */
  @FunctionalInterface
  public interface WithTextsAndNumber {
    /** As {@link FunctionCall#run}. */
    int run(Frame frame, String[] texts, long number);
  }

  /** A function without parameters. */
  public static Preparation plain(FunctionCall call) {
    return arguments -> call;
  }

  /** A function of one number. */
  public static Preparation number(WithNumber call) {
    return arguments -> {
      IntegerArgument argument = arguments.integer(0);
      return frame -> {
        long number = argument.value(frame, NONE);
        return number == NONE ? missing(frame, 0) : call.run(frame, number);
      };
    };
  }

  /** A function of one text. */
  public static Preparation text(WithText call) {
    return arguments -> {
      ShownArgument argument = arguments.shown(0);
      return frame -> call.run(frame, argument.value(frame));
    };
  }

  /** A function of any number of texts. */
  public static Preparation texts(WithTexts call) {
    return arguments -> {
      ShownArgument[] prepared = prepared(arguments, arguments.count());
      return frame -> call.run(frame, read(frame, prepared));
    };
  }

  /** A function of texts and, as the last one, a number. */
  public static Preparation textsAndNumber(WithTextsAndNumber call) {
    return arguments -> {
      int count = arguments.count() - 1;
      ShownArgument[] prepared = prepared(arguments, count);
      IntegerArgument last = arguments.integer(count);
      return frame -> {
        String[] texts = read(frame, prepared);
        long number = last.value(frame, NONE);
        return number == NONE ? missing(frame, count) : call.run(frame, texts, number);
      };
    };
  }

  private static ShownArgument[] prepared(Arguments arguments, int count) {
    ShownArgument[] prepared = new ShownArgument[count];
    for (int i = 0; i < count; i++) {
      prepared[i] = arguments.shown(i);
    }
    return prepared;
  }

  private static String[] read(Frame frame, ShownArgument[] from) {
    String[] texts = new String[from.length];
    for (int i = 0; i < from.length; i++) {
      texts[i] = from[i].value(frame);
    }
    return texts;
  }

  private static int missing(Frame frame, int index) {
    frame.error("parameter " + (index + 1) + " has no value");
    return FAILED;
  }
}
