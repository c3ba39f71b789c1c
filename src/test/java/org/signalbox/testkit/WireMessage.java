// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testkit;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A SIP message as the peer saw it on the wire. Reads it in its own plain way: what the server
 * writes is not checked with the server's own parser.
 *
 * @param source who sent it
 * @param text the bytes as ISO 8859-1
 */
public record WireMessage(InetSocketAddress source, String text) {

  private static final Map<String, String> COMPACT =
      Map.of("v", "via", "f", "from", "t", "to", "i", "call-id", "l", "content-length");

  /** The first line, or all of it when it has no lines. */
  public String startLine() {
    return text.split("\r\n", 2)[0];
  }

  /** Whether it is a request. */
  public boolean request() {
    return !text.startsWith("SIP/2.0 ");
  }

  /** The method of a request or, from CSeq, of a response. */
  public String method() {
    return request() ? text.split(" ", 2)[0] : header("CSeq").split(" ", 2)[1];
  }

  /** The status code of a response, 0 for a request. */
  public int status() {
    return request() ? 0 : Integer.parseInt(text.substring(8, 11));
  }

  /** The first header of that name; fails when there is none. */
  public String header(String name) {
    List<String> values = headers(name);
    if (values.isEmpty()) {
      throw new AssertionError("no " + name + " in\n" + text);
    }
    return values.get(0);
  }

  /** All headers of that name, one element a line. */
  public List<String> headers(String name) {
    List<String> values = new ArrayList<>();
    for (String line : text.substring(0, endOfHeaders()).split("\r\n(?![ \t])")) {
      int colon = line.indexOf(':');
      if (colon > 0 && longName(line.substring(0, colon)).equals(longName(name))) {
        values.add(line.substring(colon + 1).trim());
      }
    }
    return values;
  }

  /** What follows the empty line. */
  public String body() {
    return text.substring(Math.min(text.length(), endOfHeaders() + 4));
  }

  /** A response to this request (RFC 3261 §8.2.6), without body, To tagged with {@code peer}. */
  public String reply(int status, String reason) {
    StringBuilder reply = new StringBuilder("SIP/2.0 " + status + " " + reason + "\r\n");
    headers("Via").forEach(via -> reply.append("Via: ").append(via).append("\r\n"));
    headers("Record-Route").forEach(r -> reply.append("Record-Route: ").append(r).append("\r\n"));
    String to = header("To");
    String tag = status == 100 || to.contains(";tag=") ? "" : ";tag=peer";
    return reply
        .append("From: " + header("From") + "\r\nTo: " + to + tag + "\r\n")
        .append("Call-ID: " + header("Call-ID") + "\r\nCSeq: " + header("CSeq") + "\r\n")
        .append("Content-Length: 0\r\n\r\n")
        .toString();
  }

  private int endOfHeaders() {
    int end = text.indexOf("\r\n\r\n");
    return end < 0 ? text.length() : end;
  }

  private static String longName(String name) {
    String lower = name.trim().toLowerCase(Locale.ROOT);
    return COMPACT.getOrDefault(lower, lower);
  }
}
