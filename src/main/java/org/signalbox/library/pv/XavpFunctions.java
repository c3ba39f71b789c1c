// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.pv;

import static org.signalbox.module.Functions.ANY;
import static org.signalbox.script.FunctionSignature.ParameterKind.INTEGER;
import static org.signalbox.script.FunctionSignature.ParameterKind.TEXT;
import static org.signalbox.script.FunctionSignature.ParameterKind.VARIABLE;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Functions;
import org.signalbox.script.Value;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.Arguments.TextArgument;
import org.signalbox.script.plan.ScriptFunction;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.script.variable.NamedValues;
import org.signalbox.script.variable.NamedValues.Tree;
import org.signalbox.script.variable.ScriptVariables;

/** Functions about {@code $xavp}, {@code $xavi} and {@code $xavu} (modules.md §10). */
final class XavpFunctions {
  private final ScriptVariables variables;

  XavpFunctions(ScriptVariables variables) {
    this.variables = variables;
  }

  ScriptFunction[] all() {
    List<ScriptFunction> all = new ArrayList<>();
    lists(all, "xavp", Tree.EXACT);
    lists(all, "xavi", Tree.ANY_CASE);
    parameters(all, "xavp", Tree.EXACT);
    parameters(all, "xavi", Tree.ANY_CASE);
    parameters(all, "xavu", Tree.UNIQUE);
    all.add(
        Functions.of(
            "xavp_params_implode_qval",
            ANY,
            a -> XavpTexts.imploded(a, Tree.EXACT, true),
            TEXT,
            VARIABLE));
    all.add(
        Functions.of(
            "xavp_xparams_explode",
            ANY,
            a -> XavpTexts.explodedAt(a, Tree.EXACT),
            TEXT,
            TEXT,
            TEXT));
    all.add(Functions.of("xavp_lshift", ANY, XavpFunctions::shifted, TEXT, INTEGER));
    all.add(Functions.of("pv_var_to_xavp", ANY, this::fromVariables, TEXT, TEXT));
    all.add(Functions.of("pv_xavp_to_var", ANY, this::toVariables, TEXT));
    return all.toArray(ScriptFunction[]::new);
  }

  private static void lists(List<ScriptFunction> all, String kind, Tree tree) {
    all.add(Functions.of(kind + "_rm", ANY, a -> removed(a, tree), TEXT));
    all.add(Functions.of(kind + "_rm_all", ANY, a -> allRemoved(a, tree), TEXT));
    all.add(Functions.of(kind + "_copy", ANY, a -> copied(a, tree), TEXT, INTEGER, TEXT));
    all.add(Functions.of(kind + "_copy", ANY, a -> copied(a, tree), TEXT, INTEGER, TEXT, INTEGER));
    all.add(Functions.of(kind + "_child_seti", ANY, a -> number(a, tree), TEXT, TEXT, INTEGER));
    all.add(Functions.of(kind + "_child_sets", ANY, a -> text(a, tree), TEXT, TEXT, TEXT));
    all.add(Functions.of(kind + "_child_rm", ANY, a -> childRemoved(a, tree), TEXT, TEXT));
    all.add(
        Functions.of(
            kind + "_slist_explode", ANY, a -> XavpTexts.list(a, tree), TEXT, TEXT, TEXT, TEXT));
  }

  private static void parameters(List<ScriptFunction> all, String kind, Tree tree) {
    all.add(
        Functions.of(kind + "_params_explode", ANY, a -> XavpTexts.exploded(a, tree), TEXT, TEXT));
    all.add(
        Functions.of(
            kind + "_params_implode",
            ANY,
            a -> XavpTexts.imploded(a, tree, false),
            TEXT,
            VARIABLE));
  }

  /** Runs with the texts of a call; one that is missing fails it. */
  interface WithTexts {
    int run(Frame frame, NamedValues values, String[] texts);
  }

  static FunctionCall call(Arguments arguments, Tree tree, int count, WithTexts body) {
    TextArgument[] given = new TextArgument[count];
    for (int i = 0; i < count; i++) {
      given[i] = arguments.text(i);
    }
    return frame -> {
      String[] texts = new String[count];
      for (int i = 0; i < count; i++) {
        String text = given[i].value(frame);
        if (text == null) {
          frame.error("an argument has no value");
          return -1;
        }
        texts[i] = text;
      }
      return body.run(frame, NamedValues.of(frame, tree), texts);
    };
  }

  private static FunctionCall removed(Arguments arguments, Tree tree) {
    return call(
        arguments,
        tree,
        1,
        (frame, values, texts) -> {
          values.remove(texts[0], 0);
          return 1;
        });
  }

  private static FunctionCall allRemoved(Arguments arguments, Tree tree) {
    return call(
        arguments,
        tree,
        1,
        (frame, values, texts) -> {
          values.removeAll(texts[0]);
          return 1;
        });
  }

  /** {@code xavp_lshift("x", 2)}: the two newest go; -1 leaves the oldest one alone. */
  private static FunctionCall shifted(Arguments arguments) {
    Arguments.IntegerArgument places = arguments.integer(1);
    return call(
        arguments,
        Tree.EXACT,
        1,
        (frame, values, texts) -> {
          int count = values.count(texts[0]);
          long wanted = places.value(frame, 0);
          long gone = wanted < 0 ? count + wanted : wanted;
          if (gone < 0 || gone > count) {
            return -1;
          }
          for (long i = 0; i < gone; i++) {
            values.remove(texts[0], 0);
          }
          return 1;
        });
  }

  private static FunctionCall copied(Arguments arguments, Tree tree) {
    TextArgument source = arguments.text(0);
    Arguments.IntegerArgument from = arguments.integer(1);
    TextArgument target = arguments.text(2);
    Arguments.@Nullable IntegerArgument to = arguments.count() > 3 ? arguments.integer(3) : null;
    return frame -> {
      String name = source.value(frame);
      String copy = target.value(frame);
      NamedValues values = NamedValues.of(frame, tree);
      NamedValues record = name == null ? null : values.fields(name, (int) from.value(frame, 0));
      if (record == null || copy == null) {
        frame.error("there is no such record to copy");
        return -1;
      }
      if (to != null && !values.remove(copy, (int) to.value(frame, 0))) {
        frame.error("there is no such record to replace");
        return -1;
      }
      values.push(copy, record.copy());
      return 1;
    };
  }

  private static FunctionCall number(Arguments arguments, Tree tree) {
    Arguments.IntegerArgument number = arguments.integer(2);
    return call(
        arguments,
        tree,
        2,
        (frame, values, texts) -> {
          record(values, texts[0]).set(texts[1], Value.of(number.value(frame, 0)));
          return 1;
        });
  }

  private static FunctionCall text(Arguments arguments, Tree tree) {
    return call(
        arguments,
        tree,
        3,
        (frame, values, texts) -> {
          record(values, texts[0]).set(texts[1], Value.of(texts[2]));
          return 1;
        });
  }

  /** The newest record of a name, made where there is none. */
  private static NamedValues record(NamedValues values, String name) {
    NamedValues record = values.fields(name, 0);
    if (record == null) {
      record = values.fresh();
      values.push(name, record);
    }
    return record;
  }

  private static FunctionCall childRemoved(Arguments arguments, Tree tree) {
    return call(
        arguments,
        tree,
        2,
        (frame, values, texts) -> {
          NamedValues record = values.fields(texts[0], 0);
          if (record != null) {
            record.remove(texts[1], 0);
          }
          return 1;
        });
  }

  /** {@code pv_var_to_xavp("name", "x")}: one {@code $var}, or all of them for {@code *}. */
  private FunctionCall fromVariables(Arguments arguments) {
    return call(
        arguments,
        Tree.EXACT,
        2,
        (frame, values, texts) -> {
          NamedValues record = record(values, texts[1]);
          variables.forEach(
              frame,
              (name, value) -> {
                if (texts[0].equals("*") || texts[0].equals(name)) {
                  record.set(name, value);
                }
              });
          return 1;
        });
  }

  private FunctionCall toVariables(Arguments arguments) {
    return call(
        arguments,
        Tree.EXACT,
        1,
        (frame, values, texts) -> {
          NamedValues record = values.fields(texts[0], 0);
          if (record == null) {
            return -1;
          }
          record.forEach((name, value) -> variables.write(frame, name, value));
          return 1;
        });
  }
}
