// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.pv;

import org.signalbox.script.Value;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.script.run.Variable;
import org.signalbox.script.variable.NamedValues;
import org.signalbox.script.variable.NamedValues.Tree;

/** Texts that become records, {@code a=1;b=two} and {@code a,b}, and the way back. */
final class XavpTexts {
  private XavpTexts() {}

  /** {@code xavp_slist_explode("a,b", ",", "t", "x")}: blanks are cut with mode t. */
  static FunctionCall list(Arguments arguments, Tree tree) {
    return XavpFunctions.call(
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

  static FunctionCall exploded(Arguments arguments, Tree tree) {
    return XavpFunctions.call(
        arguments,
        tree,
        2,
        (frame, values, texts) -> explode(values, tree, texts[0], ';', texts[1]));
  }

  /** {@code xavp_xparams_explode("a=1,b=2", ",", "x")}: any character between them. */
  static FunctionCall explodedAt(Arguments arguments, Tree tree) {
    return XavpFunctions.call(
        arguments,
        tree,
        3,
        (frame, values, texts) ->
            texts[1].isEmpty()
                ? -1
                : explode(values, tree, texts[0], texts[1].charAt(0), texts[2]));
  }

  private static int explode(
      NamedValues values, Tree tree, String text, char separator, String name) {
    NamedValues record = values.fresh();
    int at = 0;
    while (at < text.length()) {
      int end = parameterEnd(text, at, separator);
      explode(text.substring(at, end).strip(), record);
      at = end + 1;
    }
    if (record.isEmpty()) {
      return -1;
    }
    push(values, tree, name, record);
    return 1;
  }

  /** The next separator outside quotes, or the end. */
  private static int parameterEnd(String text, int start, char separator) {
    boolean quoted = false;
    int at = start;
    while (at < text.length() && (quoted || text.charAt(at) != separator)) {
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

  /** Values with a blank or a semicolon go into quotes; all of them when quoted. */
  static FunctionCall imploded(Arguments arguments, Tree tree, boolean quoted) {
    Variable.Writable target = arguments.writable(1);
    return XavpFunctions.call(
        arguments,
        tree,
        1,
        (frame, values, texts) -> {
          NamedValues record = values.fields(texts[0], 0);
          if (record == null || record.isEmpty()) {
            return -1;
          }
          StringBuilder out = new StringBuilder();
          record.forEach((name, value) -> implode(name, value.text(), quoted, out));
          return target.assign(frame, out.toString()) ? 1 : -1;
        });
  }

  private static void implode(String name, String value, boolean always, StringBuilder out) {
    boolean quoted =
        (always && !value.isEmpty()) || value.indexOf(';') >= 0 || value.indexOf(' ') >= 0;
    out.append(name).append(value.isEmpty() ? "" : "=");
    out.append(quoted ? "\"" + value + "\"" : value).append(';');
  }
}
