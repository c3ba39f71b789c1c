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
import org.signalbox.script.run.Cell;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.script.run.Variable;
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
    all.add(Functions.of(kind + "_slist_explode", ANY, a -> list(a, tree), TEXT, TEXT, TEXT, TEXT));
  }

  private static void parameters(List<ScriptFunction> all, String kind, Tree tree) {
    all.add(Functions.of(kind + "_params_explode", ANY, a -> exploded(a, tree), TEXT, TEXT));
    all.add(Functions.of(kind + "_params_implode", ANY, a -> imploded(a, tree), TEXT, VARIABLE));
  }

  /** Runs with the texts of a call; one that is missing fails it. */
  private interface WithTexts {
    int run(Frame frame, NamedValues values, String[] texts);
  }

  private static FunctionCall call(Arguments arguments, Tree tree, int count, WithTexts body) {
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

  /** {@code xavp_slist_explode("a,b", ",", "t", "x")}: blanks are cut with mode t. */
  private static FunctionCall list(Arguments arguments, Tree tree) {
    return call(
        arguments,
        tree,
        4,
        (frame, values, texts) -> {
          if (texts[0].isEmpty() || texts[1].isEmpty()) {
            return -1;
          }
          NamedValues record = values.fresh();
          boolean cut = texts[2].indexOf('t') >= 0;
          int at = 0;
          while (at <= texts[0].length()) {
            int separator = texts[0].indexOf(texts[1].charAt(0), at);
            int end = separator < 0 ? texts[0].length() : separator;
            String item = texts[0].substring(at, end);
            record.append("v", Value.of(cut ? item.strip() : item));
            at = end + 1;
          }
          push(values, tree, texts[3], record);
          return 1;
        });
  }

  private static void push(NamedValues values, Tree tree, String name, NamedValues record) {
    if (tree == Tree.UNIQUE) {
      values.set(name, record);
    } else {
      values.push(name, record);
    }
  }

  private static FunctionCall exploded(Arguments arguments, Tree tree) {
    return call(
        arguments,
        tree,
        2,
        (frame, values, texts) -> {
          NamedValues record = values.fresh();
          int at = 0;
          while (at < texts[0].length()) {
            int end = parameterEnd(texts[0], at);
            explode(texts[0].substring(at, end).strip(), record);
            at = end + 1;
          }
          if (record.isEmpty()) {
            return -1;
          }
          push(values, tree, texts[1], record);
          return 1;
        });
  }

  /** The next semicolon outside quotes, or the end. */
  private static int parameterEnd(String text, int start) {
    boolean quoted = false;
    int at = start;
    while (at < text.length() && (quoted || text.charAt(at) != ';')) {
      quoted ^= text.charAt(at) == '"';
      at++;
    }
    return at;
  }

  private static void explode(String parameter, NamedValues record) {
    int equals = parameter.indexOf('=');
    String name = equals < 0 ? parameter : parameter.substring(0, equals).strip();
    String value = equals < 0 ? "" : parameter.substring(equals + 1).strip();
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    if (!name.isEmpty()) {
      record.append(name, Value.of(quoted ? value.substring(1, value.length() - 1) : value));
    }
  }

  private static FunctionCall imploded(Arguments arguments, Tree tree) {
    Variable.Writable target = arguments.writable(1);
    return call(
        arguments,
        tree,
        1,
        (frame, values, texts) -> {
          NamedValues record = values.fields(texts[0], 0);
          if (record == null || record.isEmpty()) {
            return -1;
          }
          StringBuilder out = new StringBuilder();
          record.forEach((name, value) -> implode(name, value.text(), out));
          Cell value = frame.scratch();
          value.set(out.toString());
          return target.write(frame, value) ? 1 : -1;
        });
  }

  private static void implode(String name, String value, StringBuilder out) {
    boolean quoted = value.indexOf(';') >= 0 || value.indexOf(' ') >= 0;
    out.append(name).append(value.isEmpty() ? "" : "=");
    out.append(quoted ? "\"" + value + "\"" : value).append(';');
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
