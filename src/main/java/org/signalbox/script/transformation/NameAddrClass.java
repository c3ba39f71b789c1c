// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import org.signalbox.script.Frame;
import org.signalbox.script.Value;

/** Class {@code nameaddr}: a display name and an address, the first of several (§5). */
final class NameAddrClass {
  private NameAddrClass() {}

  static TransformationClass create() {
    return new NamedTransformations("nameaddr")
        .plain("name", on((text, open, close) -> Value.of(text.substring(0, Math.max(open, 0)))))
        .plain(
            "uri",
            on((text, open, close) -> Value.of(open < 0 ? text : text.substring(open + 1, close))))
        .plain("len", on((text, open, close) -> Value.of(open < 0 ? text.length() : close + 1)));
  }

  private interface Work {
    /** The places of the angle brackets; a bare address has none, -1. */
    Value on(String text, int open, int close);
  }

  private static Transformation on(Work work) {
    return OnText.notEmpty((text, frame) -> applied(work, text, frame));
  }

  private static Value applied(Work work, String text, Frame frame) {
    int open = AddressBrackets.open(text);
    int close = open < 0 ? -1 : text.indexOf('>', open);
    return open >= 0 && close < 0
        ? frame.fail("the address has no closing bracket")
        : work.on(text, open, close);
  }
}
