// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.pv;

import static org.signalbox.module.Functions.ANY;
import static org.signalbox.script.FunctionSignature.ParameterKind.CONSTANT;
import static org.signalbox.script.FunctionSignature.ParameterKind.TEXT;
import static org.signalbox.script.FunctionSignature.ParameterKind.VARIABLE;

import org.signalbox.module.Functions;
import org.signalbox.module.Port;
import org.signalbox.routing.Globals;
import org.signalbox.routing.LogSink;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.Resolver;
import org.signalbox.script.plan.ScriptFunction;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.script.run.Cell;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.script.run.Variable;
import org.signalbox.script.variable.NamedValues;

/** Functions about any variable (modules.md §10). */
final class PvFunctions {
  private static final int INFO = 2;

  private final Port<LogSink> log;
  private final Port<Globals> globals;

  PvFunctions(Port<LogSink> log, Port<Globals> globals) {
    this.log = log;
    this.globals = globals;
  }

  ScriptFunction[] all() {
    return new ScriptFunction[] {
      Functions.of("pv_isset", ANY, arguments -> test(arguments, Cell::isPresent), VARIABLE),
      Functions.of("pv_unset", ANY, PvFunctions::unset, VARIABLE),
      Functions.of("is_int", ANY, arguments -> test(arguments, Cell::isNumeric), VARIABLE),
      Functions.of("not_empty", ANY, arguments -> test(arguments, PvFunctions::full), VARIABLE),
      Functions.of("typeof", ANY, PvFunctions::typeOf, VARIABLE, CONSTANT),
      Functions.of("pv_evalx", ANY, PvFunctions::evaluated, VARIABLE, TEXT),
      Functions.of("pv_xavp_print", ANY, arguments -> printed(NamedValues.Tree.EXACT)),
      Functions.of("pv_xavi_print", ANY, arguments -> printed(NamedValues.Tree.ANY_CASE)),
      Functions.of("pv_xavu_print", ANY, arguments -> printed(NamedValues.Tree.UNIQUE)),
      Functions.of("sbranch_reset", ANY, arguments -> StandaloneBranch::reset),
      Functions.of("sbranch_append", ANY, arguments -> StandaloneBranch::append),
      Functions.of("sbranch_set_ruri", ANY, arguments -> StandaloneBranch::toRequestUri),
    };
  }

  /** A question about a value. */
  private interface Question {
    boolean of(Cell value);
  }

  private static boolean full(Cell value) {
    return value.isPresent() && !value.text().isEmpty();
  }

  private static FunctionCall test(Arguments arguments, Question question) {
    Variable variable = arguments.variable(0);
    return frame -> {
      Cell value = frame.scratch();
      variable.read(frame, value);
      return question.of(value) ? 1 : -1;
    };
  }

  private static FunctionCall unset(Arguments arguments) {
    Variable.Writable variable = arguments.writable(0);
    return frame -> {
      Cell nothing = frame.scratch();
      nothing.clear();
      return variable.write(frame, nothing) ? 1 : -1;
    };
  }

  private static FunctionCall typeOf(Arguments arguments) {
    Question question =
        switch (arguments.constant(1)) {
          case "int" -> value -> value.kind() == Cell.Kind.NUMBER;
          case "str" -> value -> value.kind() == Cell.Kind.TEXT;
          case "null" -> value -> !value.isPresent();
          default ->
              throw new Unresolvable(
                  "a type is \"int\", \"str\" or \"null\", not \"" + arguments.constant(1) + "\"");
        };
    return test(arguments, question);
  }

  /** Expands a text, and what comes of it once more. */
  private static FunctionCall evaluated(Arguments arguments) {
    Variable.Writable target = arguments.writable(0);
    Arguments.TextArgument text = arguments.text(1);
    Resolver resolver = arguments.resolver();
    return frame -> {
      String once = text.value(frame);
      if (once == null) {
        return -1;
      }
      try {
        return target.assign(frame, resolver.format(once).text(frame)) ? 1 : -1;
      } catch (Unresolvable e) {
        frame.error(String.valueOf(e.getMessage()));
        return -1;
      }
    };
  }

  private FunctionCall printed(NamedValues.Tree tree) {
    return frame -> {
      if (globals.get().integer("debug") >= INFO) {
        print(frame, tree);
      }
      return 1;
    };
  }

  private void print(Frame frame, NamedValues.Tree tree) {
    StringBuilder out = new StringBuilder();
    NamedValues.of(frame, tree).print("", out);
    out.toString().lines().forEach(line -> log.get().line(INFO, "", line));
  }
}
