// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a script adds to every response that this server generates for one request, provisional and
 * final; never to relayed ones. It accumulates. One thread at a time, as the request.
 */
public final class ReplyEdits {

  private final List<String> lines = new ArrayList<>();
  private byte @Nullable [] body;

  /** Where among the lines the type of the body stands. */
  private int typeLine;

  /** Adds header lines; a missing line end is added. */
  public void appendHeader(String text) {
    lines.add(text.endsWith("\n") ? text : text + "\r\n");
  }

  /**
   * A body with its type; the last one counts.
   *
   * @throws IllegalArgumentException when the type holds a line end
   */
  public void body(byte[] content, String type) {
    String line = "Content-Type: " + HeaderText.value(type) + "\r\n";
    if (body != null) {
      lines.remove(typeLine);
    }
    body = content;
    typeLine = lines.size();
    lines.add(line);
  }

  /** The header lines, each with its end. */
  public String lines() {
    return String.join("", lines);
  }

  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /** Adds everything to a response. */
  void addTo(ResponseBuilder response) {
    response.headerLines(String.join("", lines));
    if (body != null) {
      response.content(body);
    }
  }
}
