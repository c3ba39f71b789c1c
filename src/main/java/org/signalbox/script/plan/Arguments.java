// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.plan;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.BlockKind;
import org.signalbox.script.PosixPattern;
import org.signalbox.script.Span;
import org.signalbox.script.run.Cell;
import org.signalbox.script.run.Fault;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.Operand;
import org.signalbox.script.run.Releases;
import org.signalbox.script.run.TextFormat;
import org.signalbox.script.run.Variable;

/**
 * The arguments of one call while it is prepared: ready-made readings of each (script.md §8, end).
 * Indexes begin at 0.
 */
public final class Arguments {
  private final String function;
  private final Span place;
  private final List<Argument> arguments;
  private final Resolver resolver;
  private final RouteNamesUsed routes;
  private final Releases releases;
  private final boolean followed;

  /**
   * One argument.
   *
   * @param constant the text of a literal; null for an expression
   */
  record Argument(Operand operand, @Nullable String constant, @Nullable Variable variable) {}

  Arguments(
      String function,
      Span place,
      List<Argument> arguments,
      Resolver resolver,
      RouteNamesUsed routes,
      Releases releases,
      boolean followed) {
    this.function = function;
    this.place = place;
    this.arguments = arguments;
    this.resolver = resolver;
    this.routes = routes;
    this.releases = releases;
    this.followed = followed;
  }

  /** Reads a number when the function runs. */
  @FunctionalInterface
  public interface IntegerArgument {
    /** The number, or {@code otherwise} when there is none. */
    long value(Frame frame, long otherwise);
  }

  /** Reads a text when the function runs. */
  @FunctionalInterface
  public interface TextArgument {
    /** The text, or null when a variable alone has none. */
    @Nullable String value(Frame frame);
  }

  /** Reads a text that is never missing when the function runs. */
  @FunctionalInterface
  public interface ShownArgument {
    /** The text; {@code <null>} for a variable without a value. */
    String value(Frame frame);
  }

  /** How many there are. */
  public int count() {
    return arguments.size();
  }

  /**
   * Whether the call is a statement that another one may follow in its route: the next one, the one
   * behind an enclosing block, or the same once more in a loop.
   */
  public boolean followed() {
    return followed;
  }

  /** Where the call stands. */
  public Span place() {
    return place;
  }

  /** Resolves further variables. */
  public Resolver resolver() {
    return resolver;
  }

  /** A literal text, taken as it stands. */
  public String constant(int index) {
    String constant = arguments.get(index).constant();
    if (constant == null) {
      throw new Unresolvable(
          "function " + function + ": parameter " + (index + 1) + " is not constant");
    }
    return constant;
  }

  /** Whether an argument is a literal without variables. */
  public boolean isConstant(int index) {
    String constant = arguments.get(index).constant();
    return constant != null && constant.indexOf('$') < 0;
  }

  /** A number: a literal, a quoted one, or anything that has a number when it runs. */
  public IntegerArgument integer(int index) {
    Argument argument = arguments.get(index);
    String constant = argument.constant();
    if (constant != null && !constant.startsWith("$")) {
      long number = number(index, constant);
      return (frame, otherwise) -> number;
    }
    Variable variable = constant == null ? argument.variable() : resolver.variable(constant);
    Operand operand = argument.operand();
    return (frame, otherwise) -> {
      Cell value = frame.scratch();
      try {
        if (variable != null) {
          variable.read(frame, value);
        } else {
          operand.read(frame, value);
        }
      } catch (Fault e) {
        return otherwise;
      }
      return value.numberOr(otherwise);
    };
  }

  private long number(int index, String constant) {
    try {
      return Long.decode(constant);
    } catch (NumberFormatException e) {
      throw new Unresolvable(
          "function %s: parameter %d: '%s' is not a number"
              .formatted(function, index + 1, constant));
    }
  }

  /** A text: variables in a literal are expanded, an expression is evaluated. */
  public TextArgument text(int index) {
    Argument argument = arguments.get(index);
    String constant = argument.constant();
    if (constant != null) {
      TextFormat format = resolver.format(constant);
      String fixed = format.constant();
      if (fixed != null) {
        return frame -> fixed;
      }
      Variable only = format.onlyVariable();
      return only == null ? format::text : reading(only);
    }
    Variable variable = argument.variable();
    if (variable != null) {
      return reading(variable);
    }
    Operand operand = argument.operand();
    return frame -> {
      try {
        return operand.text(frame);
      } catch (Fault e) {
        return null;
      }
    };
  }

  /** A text as {@link #text} reads it, shown as a log line would show it. */
  public ShownArgument shown(int index) {
    TextArgument text = text(index);
    return frame -> {
      String value = text.value(frame);
      return value == null ? "<null>" : value;
    };
  }

  private static TextArgument reading(Variable variable) {
    return frame -> {
      Cell value = frame.scratch();
      variable.read(frame, value);
      return value.isPresent() ? value.text() : null;
    };
  }

  /**
   * A literal text that a converter makes something of now, and lets go when the script has ended.
   */
  public <T> T converted(int index, Converter<T> converter) {
    T value;
    try {
      value = converter.convert(constant(index));
    } catch (Unresolvable e) {
      throw new Unresolvable(
          "function " + function + ": parameter " + (index + 1) + ": " + e.getMessage());
    }
    releases.add(() -> converter.release(value));
    return value;
  }

  /** A POSIX extended regular expression, compiled now: case ignored, line ends matter. */
  public Pattern regex(int index) {
    String constant = constant(index);
    try {
      return PosixPattern.compile(constant, true, true);
    } catch (PatternSyntaxException e) {
      throw new Unresolvable("Bad regular expression \"" + constant + "\"");
    }
  }

  /** A variable, bare or in quotes. */
  public Variable variable(int index) {
    Argument argument = arguments.get(index);
    String constant = argument.constant();
    Variable variable = constant == null ? argument.variable() : resolver.variable(constant);
    if (variable == null) {
      throw new Unresolvable(
          "function " + function + ": parameter " + (index + 1) + " is not a variable");
    }
    return variable;
  }

  /** A variable that can be assigned. */
  public Variable.Writable writable(int index) {
    if (variable(index) instanceof Variable.Writable writable) {
      return writable;
    }
    throw new Unresolvable(
        "function " + function + ": parameter " + (index + 1) + " is a read only pvar");
  }

  /** The name of a block; a literal one that is missing in the file is warned of. */
  public TextArgument route(int index, BlockKind kind) {
    if (isConstant(index)) {
      routes.used(kind, constant(index), function, place);
    }
    return text(index);
  }
}
