// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import org.signalbox.script.Frame;
import org.signalbox.script.NotationException;
import org.signalbox.script.Value;

/** Class {@code param}: lists of {@code name=value} (transformations.md §4). */
final class ParamClass {
  private static final char USUAL_SEPARATOR = ';';

  private ParamClass() {}

  static TransformationClass create() {
    NamedTransformations param = new NamedTransformations("param");
    param.with("value", specifier -> byName(specifier, ParamClass::value));
    param.with("in", specifier -> byName(specifier, ParamClass::present));
    param.with("valueat", specifier -> byIndex(specifier, ParameterScan::value));
    param.with("name", specifier -> byIndex(specifier, ParameterScan::name));
    param.with("count", ParamClass::count);
    return param;
  }

  /** What is wanted of the item that was found. */
  private interface Part {
    String of(ParameterScan scan);
  }

  private interface Search {
    Value in(ParameterScan scan, String name);
  }

  private static Transformation byName(Specifier specifier, Search search)
      throws NotationException {
    Parameter name = specifier.text();
    char separator = separator(specifier);
    return OnText.notEmpty(
        (text, frame) -> {
          Value wanted = name.value(frame);
          if (wanted.failed()) {
            return wanted;
          }
          ParameterScan scan = new ParameterScan(text, separator);
          Value found = search.in(scan, wanted.text());
          return scan.broken() ? broken(frame) : found;
        });
  }

  private static Value value(ParameterScan scan, String name) {
    String found = "";
    while (scan.next()) {
      if (scan.named(name)) {
        found = scan.value();
      }
    }
    return Value.of(found);
  }

  private static Value present(ParameterScan scan, String name) {
    boolean present = false;
    while (scan.next()) {
      present |= scan.named(name);
    }
    return Value.of(present ? 1 : 0);
  }

  private static Transformation byIndex(Specifier specifier, Part part) throws NotationException {
    Parameter index = specifier.number();
    char separator = separator(specifier);
    return OnText.notEmpty(
        (text, frame) -> {
          Value number = index.value(frame);
          if (number.failed()) {
            return number;
          }
          int count = count(text, separator);
          long wanted = number.number() < 0 ? count + number.number() : number.number();
          if (count < 0) {
            return broken(frame);
          }
          return wanted < 0 || wanted >= count
              ? Value.EMPTY
              : Value.of(part.of(at(text, wanted, separator)));
        });
  }

  private static ParameterScan at(String text, long index, char separator) {
    ParameterScan scan = new ParameterScan(text, separator);
    for (long left = index; left >= 0; left--) {
      scan.next();
    }
    return scan;
  }

  /** How many items there are, -1 in a broken list. */
  private static int count(String text, char separator) {
    ParameterScan scan = new ParameterScan(text, separator);
    int count = 0;
    while (scan.next()) {
      count++;
    }
    return scan.broken() ? -1 : count;
  }

  private static Transformation count(Specifier specifier) throws NotationException {
    Parameter separator =
        specifier.more()
            ? specifier.oneCharacter()
            : Parameter.literal(Value.of(String.valueOf(USUAL_SEPARATOR)));
    return OnText.notEmpty(
        (text, frame) -> {
          Value written = separator.value(frame);
          if (written.failed()) {
            return written;
          }
          int count = count(text, written.text().charAt(0));
          return count < 0 ? broken(frame) : Value.of(count);
        });
  }

  private static char separator(Specifier specifier) throws NotationException {
    if (!specifier.more()) {
      return USUAL_SEPARATOR;
    }
    Value written = specifier.variableFollows() ? null : specifier.oneCharacter().literal();
    if (written == null || written.text().equals(",")) {
      throw specifier.wrong("invalid separator in transformation: one character, no comma");
    }
    return written.text().charAt(0);
  }

  private static Value broken(Frame frame) {
    return frame.fail("the value is no list of parameters");
  }
}
