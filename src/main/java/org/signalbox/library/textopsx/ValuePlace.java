// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.textopsx;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.Unresolvable;

/**
 * {@code Name[index].parameter}: which value of a header is meant, or which of its parameters.
 *
 * @param index from 1, from the end below 0; 0 for none
 * @param all whether {@code *} stands for the index
 * @param parameter null for the value itself
 */
record ValuePlace(String name, int index, boolean all, @Nullable String parameter) {
  private static final Pattern FORM =
      Pattern.compile("([^\\[.\\s]+)(?:\\[\\s*(-?\\d{1,6}|\\*)\\s*\\])?(?:\\.(\\S+))?");

  static ValuePlace of(Arguments arguments) {
    String written = arguments.constant(0).strip();
    Matcher matcher = FORM.matcher(written);
    if (!matcher.matches()) {
      throw new Unresolvable("'" + written + "' does not read as Name[index].parameter");
    }
    String index = matcher.group(2);
    boolean all = "*".equals(index);
    int number = index == null || all ? 0 : Integer.parseInt(index);
    if (index != null && !all && number == 0) {
      throw new Unresolvable("the first value of a header has the index 1");
    }
    return new ValuePlace(matcher.group(1), number, all, matcher.group(3));
  }

  /** The same where a single value must be meant. */
  static ValuePlace single(Arguments arguments) {
    ValuePlace place = of(arguments);
    if (place.all || place.parameter != null) {
      throw new Unresolvable("neither * nor a parameter has a meaning here");
    }
    return place;
  }

  /** The name alone. */
  static String name(Arguments arguments) {
    ValuePlace place = single(arguments);
    if (place.index != 0) {
      throw new Unresolvable("an index has no meaning here");
    }
    return place.name;
  }
}
