// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script;

import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression whose text is known when it is needed: compiled again only when the text has
 * changed. Thread-safe; a race costs a compilation.
 */
public final class LatestPattern {
  private record Known(String expression, Pattern pattern) {}

  private final Function<String, Pattern> compiler;
  private volatile @Nullable Known last;

  /**
   * @param compiler throws {@link java.util.regex.PatternSyntaxException} for what is none
   */
  public LatestPattern(Function<String, Pattern> compiler) {
    this.compiler = compiler;
  }

  /**
   * The pattern of an expression.
   *
   * @throws java.util.regex.PatternSyntaxException when it is malformed
   */
  public Pattern of(String expression) {
    Known known = last;
    if (known == null || !known.expression().equals(expression)) {
      known = new Known(expression, compiler.apply(expression));
      last = known;
    }
    return known.pattern();
  }
}
