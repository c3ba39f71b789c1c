// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for an expression in a text that a peer may have written. */
public final class Search {
  private Search() {}

  /**
   * Whether an expression is found in a text. Java's matcher goes one call deeper for each turn of
   * a repeated group: a long text can be too deep for it, then there is no match and the operator
   * is told.
   */
  public static boolean found(Pattern expression, String text, Frame frame) {
    return found(expression.matcher(text), frame);
  }

  /** The same where nobody can be told. */
  public static boolean found(Pattern expression, String text) {
    try {
      return expression.matcher(text).find();
    } catch (StackOverflowError e) {
      return false;
    }
  }

  /** The same for the next match. */
  public static boolean found(Matcher matcher, Frame frame) {
    try {
      return matcher.find();
    } catch (StackOverflowError e) {
      frame.error("the text is too long for the regular expression");
      return false;
    }
  }
}
