// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.syntax;

import org.jspecify.annotations.Nullable;
import org.signalbox.script.Source;
import org.signalbox.script.Span;
import org.signalbox.script.syntax.Token.Kind;

/**
 * Writes tokens down again ({@code --cfg-print}): what a file says once its defines are replaced,
 * its conditionals decided and its included files in their places. Comments are gone.
 */
final class EvaluatedText {
  private static final String WRITTEN = "\n\r\u0007\t\"\\";
  private static final String ESCAPED = "nrat\"\\";

  private final StringBuilder out = new StringBuilder();
  private @Nullable Source source;
  private int line;

  void add(Token token) {
    Span span = token.span();
    if (span.source() != source || span.line() != line) {
      if (!out.isEmpty()) {
        out.append(span.source() == source && span.line() > line + 1 ? "\n\n" : "\n");
      }
      String whole = span.source().lineText(span.line());
      out.append(whole, 0, whole.length() - whole.stripLeading().length());
    } else if (token.spaced()) {
      out.append(' ');
    }
    source = span.source();
    line = span.endLine();
    append(token);
  }

  private void append(Token token) {
    if (token.kind() != Kind.TEXT) {
      out.append(token.text());
      return;
    }
    out.append('"');
    for (char c : token.text().toCharArray()) {
      int known = WRITTEN.indexOf(c);
      out.append(known < 0 ? String.valueOf(c) : "\\" + ESCAPED.charAt(known));
    }
    out.append('"');
  }

  @Override
  public String toString() {
    return out.isEmpty() ? "" : out + "\n";
  }
}
