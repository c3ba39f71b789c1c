// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Builds the response to a request (RFC 3261 §8.2.6): all Via, From, To, Call-ID and CSeq in the
 * order and spelling of the request, {@code received} and {@code rport} filled into the top Via.
 */
public final class ResponseBuilder {

  private final SipRequest request;
  private final int code;
  private final String reason;
  private @Nullable String toTag;
  private boolean recordRoute;
  private String headers = "";
  private byte @Nullable [] body;
  private @Nullable String lastLines;

  private ResponseBuilder(SipRequest request, int code, String reason) {
    if (code < 100 || code > 699) {
      throw new IllegalArgumentException("no status code: " + code);
    }
    this.request = request;
    this.code = code;
    this.reason = HeaderText.line(reason);
    this.recordRoute = code >= 180 && code < 300;
  }

  /**
   * Begins the response to a request.
   *
   * @param code 100 to 699
   * @param reason the phrase; may be empty
   */
  public static ResponseBuilder to(SipRequest request, int code, String reason) {
    return new ResponseBuilder(request, code, reason);
  }

  /** The status code, 100 to 699. */
  public int code() {
    return code;
  }

  /** The tag that To gets unless it has one; null for none, as in a 100. */
  public ResponseBuilder toTag(@Nullable String tag) {
    toTag = tag;
    return this;
  }

  /** Whether Record-Route is copied; if not said, it is for 180 to 299. */
  public ResponseBuilder recordRoute(boolean copied) {
    recordRoute = copied;
    return this;
  }

  /**
   * Adds a header behind the copied ones.
   *
   * @throws IllegalArgumentException when the name is no token or the value holds a line end
   */
  public ResponseBuilder header(String name, String value) {
    return headerLines(HeaderText.name(name) + ": " + HeaderText.value(value) + "\r\n");
  }

  /** Adds whole header lines, whose last line end may be missing. */
  public ResponseBuilder headerLines(String lines) {
    String whole = lines.isEmpty() || lines.endsWith("\n") ? lines : lines + "\r\n";
    headers = headers.isEmpty() ? whole : headers + whole;
    return this;
  }

  /** Adds what a script wants in every response to the request. */
  public ResponseBuilder edits(ReplyEdits edits) {
    edits.addTo(this);
    return this;
  }

  /** Adds a body with its Content-Type. */
  public ResponseBuilder body(byte[] content, String contentType) {
    content(content);
    return header(HeaderType.CONTENT_TYPE.wireName(), contentType);
  }

  /** Adds a body whose type is said elsewhere. */
  void content(byte[] bytes) {
    body = bytes;
  }

  /** Adds a text body in UTF-8 with its Content-Type. */
  public ResponseBuilder body(String content, String contentType) {
    return body(content.getBytes(StandardCharsets.UTF_8), contentType);
  }

  /** Adds whole header lines behind Content-Length. */
  public ResponseBuilder lastLines(String lines) {
    lastLines = lines;
    return this;
  }

  /** The response as a message of its own. */
  public SipResponse build() {
    OutputBuffer out = new OutputBuffer(512 + request.length());
    writeTo(out);
    Parsed parsed = SipParser.parseLocal(out.toBytes());
    if (parsed instanceof SipResponse response) {
      return response;
    }
    throw new IllegalStateException("the response cannot be read: " + parsed);
  }

  /** Writes the response without making a message of it. */
  public void writeTo(OutputBuffer out) {
    out.append(StartLine.VERSION).append(' ').append((long) code).append(' ');
    out.append(reason).crlf();
    copyHeaders(out);
    out.append(headers);
    byte[] content = body;
    out.append("Content-Length: ").append((long) (content == null ? 0 : content.length)).crlf();
    if (lastLines != null) {
      out.append(lastLines);
    }
    out.crlf();
    if (content != null) {
      out.append(content);
    }
  }

  private void copyHeaders(OutputBuffer out) {
    HeaderIndex index = request.index();
    boolean top = true;
    boolean to = false;
    for (int i = 0; i < index.count(); i++) {
      switch (index.type(i)) {
        case VIA -> {
          copyVia(index, i, top, out);
          top = false;
        }
        case TO -> {
          if (!to) {
            copyTo(index, i, out);
          }
          to = true;
        }
        case FROM, CALL_ID, CSEQ -> copy(index, i, out);
        case RECORD_ROUTE -> {
          if (recordRoute) {
            copy(index, i, out);
          }
        }
        case TIMESTAMP -> {
          if (code == 100) {
            copy(index, i, out);
          }
        }
        default -> {}
      }
    }
  }

  private void copyVia(HeaderIndex index, int i, boolean top, OutputBuffer out) {
    byte[] a = request.array();
    Via via = top && !request.local() ? request.topVia() : null;
    int from = index.start(i);
    if (via != null) {
      out.append(a, from, via.parts().from - from);
      ReceivedVia.write(request, via, out);
      from = via.parts().to;
    }
    out.append(a, from, index.valueEnd(i) - from).crlf();
  }

  private void copyTo(HeaderIndex index, int i, OutputBuffer out) {
    NameAddress to = request.to();
    if (toTag == null || to == null || to.tag() != null) {
      copy(index, i, out);
      return;
    }
    byte[] a = request.array();
    int start = index.start(i);
    int end = index.valueEnd(i);
    out.append(a, start, end - start).append(";tag=").append(toTag);
    out.append(a, end, index.start(i + 1) - end);
  }

  private void copy(HeaderIndex index, int i, OutputBuffer out) {
    int start = index.start(i);
    out.append(request.array(), start, index.start(i + 1) - start);
  }
}
