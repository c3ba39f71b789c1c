// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testkit;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Composes a SIP request as text, every identifier fresh. */
public final class SipText {

  private static final AtomicInteger SERIAL = new AtomicInteger();

  private final String method;
  private final String uri;
  private final String serial = "t" + SERIAL.incrementAndGet();
  private final List<String> extra = new ArrayList<>();
  private String via = "SIP/2.0/UDP 127.0.0.1:5099";
  private String branch = "z9hG4bK" + serial;
  private String callId = serial + "@testkit";
  private String toTag = "";
  private int cseq = 1;
  private String body = "";

  private SipText(String method, String uri) {
    this.method = method;
    this.uri = uri;
  }

  /** A request of that method to that URI. */
  public static SipText request(String method, String uri) {
    return new SipText(method, uri);
  }

  /** An OPTIONS to that address. */
  public static SipText options(InetSocketAddress target) {
    return request("OPTIONS", uri(target));
  }

  static String uri(InetSocketAddress address) {
    return "sip:" + host(address) + ":" + address.getPort();
  }

  /** Sent by that address over that protocol ({@code UDP}, {@code TCP}). */
  public SipText via(String protocol, InetSocketAddress sentBy) {
    via = "SIP/2.0/" + protocol + " " + host(sentBy) + ":" + sentBy.getPort();
    return this;
  }

  public SipText branch(String value) {
    branch = value;
    return this;
  }

  public SipText callId(String value) {
    callId = value;
    return this;
  }

  public SipText cseq(int number) {
    cseq = number;
    return this;
  }

  public SipText toTag(String tag) {
    toTag = ";tag=" + tag;
    return this;
  }

  /** One more header line, without line end. */
  public SipText header(String line) {
    extra.add(line);
    return this;
  }

  public SipText body(String text) {
    body = text;
    return this;
  }

  /** The request as it goes out. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(method).append(' ').append(uri).append(" SIP/2.0\r\n");
    text.append("Via: ").append(via).append(";branch=").append(branch).append(";rport\r\n");
    text.append("Max-Forwards: 70\r\n");
    text.append("From: <sip:tester@testkit>;tag=").append(serial).append("\r\n");
    text.append("To: <").append(uri).append(">").append(toTag).append("\r\n");
    text.append("Call-ID: ").append(callId).append("\r\n");
    text.append("CSeq: ").append(cseq).append(' ').append(method).append("\r\n");
    extra.forEach(line -> text.append(line).append("\r\n"));
    int length = body.getBytes(StandardCharsets.ISO_8859_1).length;
    return text.append("Content-Length: " + length + "\r\n\r\n").append(body).toString();
  }

  /** The request as bytes. */
  public byte[] bytes() {
    return toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String host(InetSocketAddress address) {
    String text = address.getAddress().getHostAddress();
    return text.indexOf(':') < 0 ? text : "[" + text + "]";
  }
}
