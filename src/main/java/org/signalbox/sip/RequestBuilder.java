// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Builds a request of this server (RFC 3261 §8.1.1). Via is added when it is sent. */
public final class RequestBuilder {

  private final String method;
  private final Uri requestUri;
  private final StringBuilder headers = new StringBuilder(256);
  private @Nullable OutgoingVia via;
  private @Nullable String to;
  private @Nullable String from;
  private @Nullable String callId;
  private long cseq = 1;
  private int maxForwards = 70;
  private byte @Nullable [] body;

  private RequestBuilder(String method, Uri requestUri) {
    this.method = HeaderText.name(method);
    this.requestUri = requestUri;
  }

  public static RequestBuilder of(String method, Uri requestUri) {
    return new RequestBuilder(method, requestUri);
  }

  /** The Via to write on top, for those who know already where the request leaves. */
  public RequestBuilder via(OutgoingVia top) {
    via = top;
    return this;
  }

  /** The whole value of From with its tag. */
  public RequestBuilder from(NameAddress address) {
    from = address.toString();
    return this;
  }

  /** The whole value of To; if not said, the Request-URI in angle brackets. */
  public RequestBuilder to(NameAddress address) {
    to = address.toString();
    return this;
  }

  public RequestBuilder callId(String value) {
    callId = HeaderText.value(value);
    return this;
  }

  /**
   * The number of CSeq.
   *
   * @param number 0 to 2^31 - 1; 1 if not said
   */
  public RequestBuilder cseq(long number) {
    cseq = number;
    return this;
  }

  /**
   * The value of Max-Forwards.
   *
   * @param hops 0 to 255; 70 if not said
   */
  public RequestBuilder maxForwards(int hops) {
    maxForwards = hops;
    return this;
  }

  /**
   * Adds a header behind those of the builder.
   *
   * @throws IllegalArgumentException when the name is no token or the value holds a line end
   */
  public RequestBuilder header(String name, String value) {
    headers.append(HeaderText.name(name)).append(": ");
    headers.append(HeaderText.value(value)).append("\r\n");
    return this;
  }

  /** Adds whole header lines, each with its line end. */
  public RequestBuilder headerLines(String lines) {
    headers.append(lines);
    return this;
  }

  /** Adds a body with its Content-Type. */
  public RequestBuilder body(byte[] content, String contentType) {
    body = content;
    return header(HeaderType.CONTENT_TYPE.wireName(), contentType);
  }

  /** Adds a text body in UTF-8 with its Content-Type. */
  public RequestBuilder body(String content, String contentType) {
    return body(content.getBytes(StandardCharsets.UTF_8), contentType);
  }

  /**
   * The request as a message of its own.
   *
   * @throws IllegalStateException when From or Call-ID were not given, or a part breaks the message
   */
  public SipRequest build() {
    OutputBuffer out = new OutputBuffer(1024);
    writeTo(out);
    if (SipParser.parseLocal(out.toBytes()) instanceof SipRequest request) {
      return request;
    }
    throw new IllegalStateException("a part of the request does not fit into a request line");
  }

  /**
   * Writes the request without making a message of it.
   *
   * @throws IllegalStateException when From or Call-ID were not given
   */
  public void writeTo(OutputBuffer out) {
    if (from == null || callId == null) {
      throw new IllegalStateException("a request needs From and Call-ID");
    }
    out.append(method).append(' ').append(requestUri.octets()).append(' ');
    out.append(StartLine.VERSION).crlf();
    if (via != null) {
      via.writeTo(out);
    }
    out.append("To: ");
    if (to == null) {
      out.append('<').append(requestUri.octets()).append('>').crlf();
    } else {
      out.append(to).crlf();
    }
    out.append("From: ").append(from).crlf();
    out.append("CSeq: ").append(cseq).append(' ').append(method).crlf();
    out.append("Call-ID: ").append(callId).crlf();
    out.append("Max-Forwards: ").append((long) maxForwards).crlf();
    out.append(headers.toString());
    byte[] content = body;
    out.append("Content-Length: ").append((long) (content == null ? 0 : content.length)).crlf();
    out.crlf();
    if (content != null) {
      out.append(content);
    }
  }
}
