// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import org.signalbox.script.Frame;
import org.signalbox.script.NotationException;
import org.signalbox.script.Value;

/** Class {@code json}: a member of a JSON object by its dotted path (transformations.md §8). */
final class JsonClass {
  private JsonClass() {}

  static TransformationClass create() {
    return new NamedTransformations("json").with("parse", JsonClass::parse);
  }

  private static Transformation parse(Specifier specifier) throws NotationException {
    Parameter path = specifier.text();
    return new OnText(
        (text, frame) -> {
          Value wanted = path.value(frame);
          return wanted.failed() ? wanted : member(text, wanted.text(), frame);
        });
  }

  private static Value member(String text, String path, Frame frame) {
    JsonValue whole = JsonReader.read(text);
    if (whole == null) {
      frame.error("the value is no JSON");
      return Value.EMPTY;
    }
    JsonValue member = whole.at(path);
    return member == null || member.isNull() ? Value.EMPTY : Value.of(member.shown());
  }
}
