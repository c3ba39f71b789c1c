// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.signalbox.script.PosixPattern;

/**
 * What {@code #!subst} changes in later string literals, in order of declaration (script.md §2).
 */
final class Substitutions {
  private final List<Substitution> all = new ArrayList<>();

  /**
   * One substitution.
   *
   * @param pattern what to look for
   * @param replacement in Java's notation
   * @param everywhere whether all matches are replaced or the first only
   */
  private record Substitution(Pattern pattern, String replacement, boolean everywhere) {
    String apply(String text) {
      Matcher matcher = pattern.matcher(text);
      return everywhere ? matcher.replaceAll(replacement) : matcher.replaceFirst(replacement);
    }
  }

  /** The three parts of {@code /expression/replacement/flags}, whatever the separator. */
  record Parts(String expression, String replacement, String flags) {
    /** Takes a text apart; throws {@link IllegalArgumentException} with the reason. */
    static Parts of(String text) {
      if (text.length() < 3) {
        throw new IllegalArgumentException("too short");
      }
      char separator = text.charAt(0);
      int middle = unescaped(text, separator, 1);
      int end = middle < 0 ? -1 : unescaped(text, separator, middle + 1);
      if (end < 0) {
        throw new IllegalArgumentException("separator '" + separator + "' is missing");
      }
      return new Parts(
          text.substring(1, middle), text.substring(middle + 1, end), text.substring(end + 1));
    }

    private static int unescaped(String text, char separator, int from) {
      for (int at = from; at < text.length(); at++) {
        if (text.charAt(at) == '\\') {
          at++;
        } else if (text.charAt(at) == separator) {
          return at;
        }
      }
      return -1;
    }
  }

  /** Adds a substitution; throws {@link IllegalArgumentException} with the reason. */
  void add(Parts parts) {
    boolean ignoreCase = parts.flags().indexOf('i') >= 0;
    boolean everywhere = parts.flags().indexOf('g') >= 0;
    for (char flag : parts.flags().toCharArray()) {
      if ("igs".indexOf(flag) < 0) {
        throw new IllegalArgumentException("unknown flag '" + flag + "'");
      }
    }
    try {
      Pattern pattern = PosixPattern.compile(parts.expression(), ignoreCase);
      all.add(new Substitution(pattern, javaReplacement(parts.replacement(), pattern), everywhere));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("bad regular expression: " + e.getDescription(), e);
    }
  }

  String apply(String text) {
    String changed = text;
    for (Substitution substitution : all) {
      changed = substitution.apply(changed);
    }
    return changed;
  }

  /** {@code \1} becomes {@code $1}; everything else stands for itself. */
  private static String javaReplacement(String replacement, Pattern pattern) {
    int groups = pattern.matcher("").groupCount();
    StringBuilder java = new StringBuilder();
    for (int at = 0; at < replacement.length(); at++) {
      char c = replacement.charAt(at);
      if (c == '\\' && at + 1 < replacement.length()) {
        char next = replacement.charAt(++at);
        int group = Character.digit(next, 10);
        if (group >= 0) {
          java.append(group <= groups ? "$" + group : "");
        } else {
          java.append(Matcher.quoteReplacement(String.valueOf(next)));
        }
      } else {
        java.append(Matcher.quoteReplacement(String.valueOf(c)));
      }
    }
    return java.toString();
  }
}
