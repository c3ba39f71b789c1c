// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.textopsx;

import org.signalbox.script.plan.Arguments;
import org.signalbox.script.run.FunctionCall;

/** Headers as sets of values, whose case does not matter: {@code Supported: path, 100rel}. */
final class ValueSets {
  private ValueSets() {}

  /** What is done with the values of a header and a text. */
  private interface Use {
    boolean of(HeaderValues values, String text);
  }

  private static FunctionCall call(Arguments arguments, Use use) {
    String name = ValuePlace.name(arguments);
    Arguments.TextArgument text = arguments.text(1);
    return frame -> {
      String wanted = text.value(frame);
      HeaderValues values = new HeaderValues(frame, name, ValueForm.LIST);
      return wanted != null && use.of(values, wanted.strip()) ? 1 : -1;
    };
  }

  /** Adds a value unless it is there. */
  static FunctionCall include(Arguments arguments) {
    return call(arguments, (values, text) -> values.contains(text) || added(values, text));
  }

  private static boolean added(HeaderValues values, String text) {
    if (values.lines().isEmpty()) {
      return values.addLine(text);
    }
    ValueLine first = values.lines().get(0);
    return first.value(first.size() - 1).append(text);
  }

  /** Removes a value if it is there. */
  static FunctionCall exclude(Arguments arguments) {
    return call(
        arguments,
        (values, text) -> {
          values.lines().forEach(line -> line.exclude(text));
          return true;
        });
  }

  static FunctionCall exists(Arguments arguments) {
    return call(arguments, HeaderValues::contains);
  }
}
