// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.syntax;

import org.signalbox.script.Span;

/**
 * One token.
 *
 * @param kind what it is
 * @param text a word, number, variable, select or symbol as written; of a literal its value
 * @param number the value of a number, else 0
 * @param span where it is; for what a define expands to, where the define is used
 * @param spaced whether anything stood between it and the token before
 */
record Token(Kind kind, String text, long number, Span span, boolean spaced) {

  /** What a token is. */
  enum Kind {
    WORD,
    NUMBER,
    TEXT,
    VARIABLE,
    SELECT,
    IPV6,
    SYMBOL,
    /** A line for the preprocessor; {@code text} is its word. The parser never sees one. */
    DIRECTIVE,
    END
  }

  boolean is(String symbolOrWord) {
    return (kind == Kind.SYMBOL || kind == Kind.WORD) && text.equals(symbolOrWord);
  }

  boolean isSymbol(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equals(word);
  }

  boolean isEnd() {
    return kind == Kind.END;
  }
}
