// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import org.signalbox.script.Value;

/** Class {@code url}: the path and the query of an HTTP request (transformations.md §8). */
final class UrlClass {
  private UrlClass() {}

  static TransformationClass create() {
    return new NamedTransformations("url")
        .plain("path", OnText.notEmpty((text, frame) -> Value.of(text.substring(0, mark(text)))))
        .plain(
            "querystring",
            OnText.notEmpty(
                (text, frame) ->
                    Value.of(text.substring(Math.min(mark(text) + 1, text.length())))));
  }

  private static int mark(String text) {
    int mark = text.indexOf('?');
    return mark < 0 ? text.length() : mark;
  }
}
