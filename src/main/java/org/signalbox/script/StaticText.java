// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Expands the few variables that have a value while a file is read: {@code $env(NAME)} and {@code
 * $def(NAME)}, also as {@code $(env(NAME))}.
 */
public final class StaticText {
  private static final Pattern VARIABLE =
      Pattern.compile("\\$(?:\\((env|def)\\(([^()]*)\\)\\)|(env|def)\\(([^()]*)\\)|\\$)");

  private final UnaryOperator<@Nullable String> environment;
  private final UnaryOperator<@Nullable String> defines;

  /** Takes the two look-ups; each answers null for an unknown name. */
  public StaticText(
      UnaryOperator<@Nullable String> environment, UnaryOperator<@Nullable String> defines) {
    this.environment = environment;
    this.defines = defines;
  }

  /** The text with its variables replaced; null when one has no value or cannot be read here. */
  public @Nullable String expand(String text) {
    StringBuilder out = new StringBuilder();
    Matcher matcher = VARIABLE.matcher(text);
    int done = 0;
    while (matcher.find()) {
      out.append(text, done, matcher.start());
      done = matcher.end();
      String value = value(matcher);
      if (value == null) {
        return null;
      }
      out.append(value);
    }
    String rest = text.substring(done);
    return rest.indexOf('$') >= 0 ? null : out.append(rest).toString();
  }

  private @Nullable String value(Matcher matcher) {
    String kind = matcher.group(1) != null ? matcher.group(1) : matcher.group(3);
    if (kind == null) {
      return "$";
    }
    String name = matcher.group(2) != null ? matcher.group(2) : matcher.group(4);
    return kind.equals("env") ? environment.apply(name) : defines.apply(name);
  }
}
