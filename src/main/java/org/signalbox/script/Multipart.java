// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A body of several parts (RFC 2046 §5.1). Places are those of its text.
 *
 * @param end where the line stands that ends the last part
 * @param closed whether that line says that no other part follows
 */
public record Multipart(String boundary, List<Part> parts, int end, int endBehind, boolean closed) {
  private static final Pattern BOUNDARY =
      Pattern.compile("(?i);\\s*boundary\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]+))");

  /**
   * One part.
   *
   * @param start of the delimiter line before it
   * @param headers where its headers begin
   * @param content where its content begins
   * @param contentEnd before the line end that belongs to the delimiter behind it
   * @param next start of that delimiter line
   * @param nextBehind behind that delimiter line
   */
  public record Part(
      int start, int headers, int content, int contentEnd, int next, int nextBehind, String type) {}

  /** A line that begins or ends a part. */
  private record Delimiter(int start, int behind, boolean last) {}

  /** What stands between the parts of a body of that type; null when it is not made of parts. */
  public static @Nullable String boundary(@Nullable String contentType) {
    if (contentType == null
        || !mime(contentType).toLowerCase(Locale.ROOT).startsWith("multipart/")) {
      return null;
    }
    Matcher found = BOUNDARY.matcher(contentType);
    if (!found.find()) {
      return null;
    }
    return WireText.bytes(found.group(1) == null ? found.group(2) : found.group(1));
  }

  /** A type without its parameters. */
  public static String mime(String contentType) {
    int end = contentType.indexOf(';');
    return (end < 0 ? contentType : contentType.substring(0, end)).strip();
  }

  /**
   * Takes a body apart; null when it has no part.
   *
   * @param body as scripts hold texts: a byte in each char
   */
  public static @Nullable Multipart read(String body, String boundary) {
    List<Delimiter> lines = delimiters(body, "--" + boundary);
    if (lines.size() < 2) {
      return null;
    }
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i + 1 < lines.size(); i++) {
      parts.add(part(body, lines.get(i), lines.get(i + 1)));
    }
    Delimiter end = lines.get(lines.size() - 1);
    return new Multipart(boundary, parts, end.start(), end.behind(), end.last());
  }

  private static List<Delimiter> delimiters(String text, String mark) {
    List<Delimiter> lines = new ArrayList<>();
    int at = text.indexOf(mark);
    while (at >= 0) {
      int lineEnd = text.indexOf('\n', at);
      int behind = lineEnd < 0 ? text.length() : lineEnd + 1;
      String rest = text.substring(at + mark.length(), behind).strip();
      boolean lineBegins = at == 0 || text.charAt(at - 1) == '\n';
      if (lineBegins && (rest.isEmpty() || rest.equals("--"))) {
        lines.add(new Delimiter(at, behind, !rest.isEmpty()));
        if (!rest.isEmpty()) {
          break;
        }
      }
      at = text.indexOf(mark, behind);
    }
    return lines;
  }

  private static Part part(String text, Delimiter before, Delimiter behind) {
    int headers = before.behind();
    int end = behind.start();
    end -= end > headers && text.charAt(end - 1) == '\n' ? 1 : 0;
    end -= end > headers && text.charAt(end - 1) == '\r' ? 1 : 0;
    int content = headers;
    String type = "text/plain";
    while (content < end) {
      int lineEnd = text.indexOf('\n', content);
      int next = lineEnd < 0 || lineEnd >= end ? end : lineEnd + 1;
      String line = text.substring(content, next).strip();
      content = next;
      if (line.isEmpty()) {
        break;
      }
      if (line.regionMatches(true, 0, "Content-Type:", 0, 13)) {
        type = mime(line.substring(13));
      }
    }
    return new Part(before.start(), headers, content, end, behind.start(), behind.behind(), type);
  }

  /** The first part of a type; null when there is none. */
  public @Nullable Part first(String type) {
    for (Part part : parts) {
      if (part.type().equalsIgnoreCase(type)) {
        return part;
      }
    }
    return null;
  }
}
