// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.Value;

/** Class {@code tobody}: the body of a From or To header (transformations.md §6). */
final class ToBodyClass {
  private ToBodyClass() {}

  static TransformationClass create() {
    NamedTransformations tobody = new NamedTransformations("tobody");
    part(tobody, "uri", Body::uri);
    part(tobody, "user", body -> body.parts().user());
    part(tobody, "host", body -> body.parts().host());
    part(tobody, "params", Body::params);
    part(tobody, "display", Body::display);
    part(tobody, "tag", Body::tag);
    return tobody;
  }

  private static void part(NamedTransformations tobody, String name, Function<Body, String> part) {
    tobody.plain(
        name,
        OnText.notEmpty(
            (text, frame) -> {
              Body body = Body.parse(text);
              return body == null
                  ? frame.fail("invalid address header body [" + text + "]")
                  : Value.of(part.apply(body));
            }));
  }

  /**
   * A body that was read.
   *
   * @param params from the first name to the end
   */
  private record Body(String display, String uri, String params, UriText parts) {

    /** Reads a body; null when it is malformed or its URI is none. */
    static @Nullable Body parse(String text) {
      int open = AddressBrackets.open(text);
      if (open < 0) {
        int semicolon = text.indexOf(';');
        int end = semicolon < 0 ? text.length() : semicolon;
        return of("", text.substring(0, end), text.substring(end));
      }
      int close = text.indexOf('>', open);
      return close < 0
          ? null
          : of(text.substring(0, open), text.substring(open + 1, close), text.substring(close + 1));
    }

    private static @Nullable Body of(String display, String address, String rest) {
      String uri = address.strip();
      UriText parts = UriText.parse(uri);
      String tail = rest.strip();
      if (parts == null || !(tail.isEmpty() || tail.startsWith(";"))) {
        return null;
      }
      String params = tail.isEmpty() ? "" : tail.substring(1).strip();
      boolean whole = params.isEmpty() || ParameterScan.lastValue(params, "tag", ';') != null;
      return whole ? new Body(display.strip(), uri, params, parts) : null;
    }

    String tag() {
      String tag = params.isEmpty() ? "" : ParameterScan.lastValue(params, "tag", ';');
      return tag == null ? "" : tag;
    }
  }
}
