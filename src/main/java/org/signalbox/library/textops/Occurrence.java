// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.textops;

import java.util.List;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.sip.Header;

/** Which of several a function works upon, as a letter says: {@code a}, {@code f}, {@code l}. */
enum Occurrence {
  ALL,
  FIRST,
  LAST;

  static Occurrence of(Arguments arguments, int index) {
    String letter = arguments.constant(index);
    return switch (letter) {
      case "a", "A" -> ALL;
      case "f", "F" -> FIRST;
      case "l", "L" -> LAST;
      default -> throw new Unresolvable("'" + letter + "' is none of a (all), f (first), l (last)");
    };
  }

  List<Header> of(List<Header> headers) {
    int count = headers.size();
    return switch (this) {
      case ALL -> headers;
      case FIRST -> headers.subList(0, Math.min(1, count));
      case LAST -> headers.subList(Math.max(0, count - 1), count);
    };
  }
}
