// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import org.signalbox.script.Problem;
import org.signalbox.script.Problems;
import org.signalbox.script.syntax.Item;

/** The flags that a file declares (script.md §4.3, end). */
final class FlagNames {
  static final int HIGHEST = 31;

  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  void declare(Item.Flag flag, Problems problems) {
    int number = flag.number() < 0 ? firstFree() : flag.number();
    if (number > HIGHEST || numbers.containsKey(flag.name())) {
      problems.add(
          Problem.error("bad-flag", flag.span(), "register flag failed")
              .because(
                  number > HIGHEST
                      ? "message flag " + number + " too high; MAX=" + HIGHEST
                      : "flag " + flag.name() + " is declared already"));
      return;
    }
    if (numbers.containsValue(number)) {
      problems.add(
          Problem.warning(
              "flag-in-use", flag.span(), "flag number " + number + " has another name already"));
    }
    numbers.put(flag.name(), number);
  }

  private int firstFree() {
    int number = 0;
    while (numbers.containsValue(number)) {
      number++;
    }
    return number;
  }

  Map<String, Integer> all() {
    return numbers;
  }
}
