// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import org.jspecify.annotations.Nullable;

/**
 * What a script adds to every response that this server generates for one request, provisional and
 * final; never to relayed ones. It accumulates. One thread at a time, as the request.
 */
public final class ReplyEdits {

  private final StringBuilder lines = new StringBuilder();
  private @Nullable Octets body;
  private @Nullable String contentType;

  /** Adds header lines; a missing line end is added. */
  public void appendHeader(String text) {
    lines.append(text);
    if (!text.endsWith("\n")) {
      lines.append("\r\n");
    }
  }

  /** A body with its type; the last one counts. */
  public void body(byte[] content, String type) {
    body = new Octets(content, 0, content.length);
    contentType = HeaderText.value(type);
  }

  public boolean isEmpty() {
    return lines.isEmpty() && body == null;
  }

  /** Adds everything to a response. */
  void addTo(ResponseBuilder response) {
    response.headerLines(lines.toString());
    if (body != null && contentType != null) {
      response.body(body.toBytes(), contentType);
    }
  }
}
