// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.plan;

import org.jspecify.annotations.Nullable;

/**
 * A variable taken apart: {@code $(name(inner)[index]{class.name,parameters})} (variables.md §1).
 *
 * @param name what stands first
 * @param inner between parentheses, as written; null without them
 * @param index between brackets, as written; null without them
 * @param transformations the blocks in braces, as written; empty without them
 */
public record VariableText(
    String name, @Nullable String inner, @Nullable String index, String transformations) {

  /** Takes a whole variable apart; throws {@link Unresolvable}. */
  static VariableText parse(String whole) {
    return whole.startsWith("$(")
        ? new Reader(whole.substring(2, whole.length() - 1)).all()
        : new Reader(whole.substring(1)).plain();
  }

  /** The offset behind the variable that begins in a text; throws when none does. */
  static int end(String text, int start) {
    if (text.startsWith("(", start + 1)) {
      return closed(text, start + 1, '(', ')');
    }
    int at = nameEnd(text, start + 1);
    if (at == start + 1) {
      throw new Unresolvable("a '$' stands alone; write $$ for one");
    }
    return text.startsWith("(", at) ? closed(text, at, '(', ')') : at;
  }

  private static int nameEnd(String text, int start) {
    int at = start;
    while (at < text.length() && isNamePart(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isNamePart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '.'
        || c == '?';
  }

  private static int closed(String text, int open, char opening, char closing) {
    int depth = 0;
    for (int at = open; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == opening) {
        depth++;
      } else if (c == closing && --depth == 0) {
        return at + 1;
      }
    }
    throw new Unresolvable("'" + closing + "' is missing");
  }

  /** Reads the parts one after the other. */
  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    VariableText plain() {
      String name = name();
      String inner = bracketed('(', ')');
      atEnd();
      return new VariableText(name, inner, null, "");
    }

    VariableText all() {
      String name = name();
      String inner = bracketed('(', ')');
      String index = bracketed('[', ']');
      if (at < text.length() && text.charAt(at) == '{') {
        return new VariableText(name, inner, index, text.substring(at));
      }
      atEnd();
      return new VariableText(name, inner, index, "");
    }

    private String name() {
      at = nameEnd(text, 0);
      if (at == 0) {
        throw new Unresolvable("a name is missing");
      }
      return text.substring(0, at);
    }

    private @Nullable String bracketed(char opening, char closing) {
      if (at >= text.length() || text.charAt(at) != opening) {
        return null;
      }
      int start = at;
      at = closed(text, at, opening, closing);
      return text.substring(start + 1, at - 1);
    }

    private void atEnd() {
      if (at < text.length()) {
        throw new Unresolvable("unexpected '" + text.substring(at) + "'");
      }
    }
  }
}
