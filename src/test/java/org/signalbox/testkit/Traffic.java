// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testkit;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * The messages that a {@code .wire} file lets arrive: whole ones, or short ones whose missing
 * headers are those of an ordinary request.
 */
final class Traffic {
  static final InetSocketAddress CALLER = new InetSocketAddress("127.0.0.1", 21900);

  private int branches;

  /** What stands between a command and the line with a dot. */
  static List<String> block(Iterator<String> lines) {
    List<String> block = new ArrayList<>();
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.equals(".")) {
        break;
      }
      block.add(line);
    }
    return block;
  }

  /** A request with what its lines leave out; a start line alone will do. */
  byte[] request(List<String> lines) {
    List<String> head = new ArrayList<>(lines);
    int empty = head.indexOf("");
    List<String> body = empty < 0 ? List.of() : List.copyOf(head.subList(empty + 1, head.size()));
    if (empty >= 0) {
      head.subList(empty, head.size()).clear();
    }
    String start = head.get(0).endsWith(" SIP/2.0") ? head.get(0) : head.get(0) + " SIP/2.0";
    head.set(0, start);
    String method = start.substring(0, start.indexOf(' '));
    String uri = start.substring(method.length() + 1, start.lastIndexOf(' '));
    add(head, "Via", "v", "SIP/2.0/UDP 127.0.0.1:21900;branch=z9hG4bKc" + ++branches);
    add(head, "From", "f", "<sip:caller@example.com>;tag=c");
    add(head, "To", "t", "<" + uri + ">");
    add(head, "Call-ID", "i", "call-1@example.com");
    add(head, "CSeq", "CSeq", "1 " + method);
    add(head, "Max-Forwards", "Max-Forwards", "70");
    String content = body.isEmpty() ? "" : String.join("\r\n", body) + "\r\n";
    add(head, "Content-Length", "l", String.valueOf(content.length()));
    head.removeIf(line -> line.startsWith("-"));
    return (String.join("\r\n", head) + "\r\n\r\n" + content).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A line {@code -Name} leaves a header out for good. */
  private static void add(List<String> head, String name, String compact, String value) {
    boolean there =
        head.stream()
            .skip(1)
            .map(line -> line.startsWith("-") ? line.substring(1) + ":" : line)
            .map(line -> line.substring(0, Math.max(0, line.indexOf(':'))).trim())
            .anyMatch(is -> is.equalsIgnoreCase(name) || is.equalsIgnoreCase(compact));
    if (!there) {
      head.add(name + ": " + value);
    }
  }

  /** Bytes exactly as written, with CRLF at the end of each line. */
  static byte[] raw(List<String> lines) {
    return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  /** An HTTP request: headers up to an empty line, then the body. */
  static byte[] http(String requestLine, List<String> lines) {
    int empty = lines.indexOf("");
    List<String> head = new ArrayList<>(empty < 0 ? lines : lines.subList(0, empty));
    String body = empty < 0 ? "" : String.join("\n", lines.subList(empty + 1, lines.size()));
    head.add(0, requestLine.contains(" HTTP/") ? requestLine : requestLine + " HTTP/1.1");
    head.add("Content-Length: " + body.length());
    return (String.join("\r\n", head) + "\r\n\r\n" + body).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A call of an RPC command over HTTP. */
  static byte[] rpc(String method, String parameters) {
    String params = parameters.isEmpty() ? "" : ",\"params\":" + parameters;
    return http(
        "POST /RPC",
        List.of(
            "Content-Type: application/json",
            "",
            "{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\"" + params + ",\"id\":1}"));
  }

  /** A reply to a request that was sent. */
  static byte[] reply(String request, String statusLine, List<String> more) {
    StringBuilder text = new StringBuilder("SIP/2.0 " + statusLine + "\r\n");
    boolean tagged =
        more.stream().anyMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("to:"));
    boolean counted = more.stream().anyMatch(line -> line.startsWith("CSeq:"));
    boolean trying = statusLine.startsWith("100");
    for (String line : request.substring(0, request.indexOf("\r\n\r\n")).split("\r\n")) {
      String name = line.substring(0, Math.max(0, line.indexOf(':'))).toLowerCase(Locale.ROOT);
      if (counted && name.equals("cseq")) {
        continue;
      }
      if (List.of("via", "v", "from", "f", "call-id", "i", "cseq", "record-route").contains(name)) {
        text.append(line).append("\r\n");
      } else if (List.of("to", "t").contains(name) && !tagged) {
        boolean plain = line.contains(";tag=") || trying;
        text.append(line).append(plain ? "" : ";tag=callee").append("\r\n");
      }
    }
    int empty = more.indexOf("");
    List<String> head = empty < 0 ? more : more.subList(0, empty);
    String body =
        empty < 0 ? "" : String.join("\r\n", more.subList(empty + 1, more.size())) + "\r\n";
    head.forEach(line -> text.append(line).append("\r\n"));
    text.append("Content-Length: ").append(body.length()).append("\r\n\r\n").append(body);
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The CANCEL of a request that arrived, or the ACK of what was sent to it. */
  static byte[] follower(String method, String request, String toLine) {
    StringBuilder text = new StringBuilder();
    String[] lines = request.substring(0, request.indexOf("\r\n\r\n")).split("\r\n");
    String start = lines[0];
    text.append(method).append(start.substring(start.indexOf(' '))).append("\r\n");
    for (String line : lines) {
      String name = line.substring(0, Math.max(0, line.indexOf(':'))).toLowerCase(Locale.ROOT);
      switch (name) {
        case "via", "v", "from", "f", "call-id", "i", "max-forwards", "route" ->
            text.append(line).append("\r\n");
        case "to", "t" -> text.append(toLine.isEmpty() ? line : toLine).append("\r\n");
        case "cseq" ->
            text.append(line, 0, line.lastIndexOf(' ') + 1).append(method).append("\r\n");
        default -> {
          // not part of it
        }
      }
    }
    return text.append("Content-Length: 0\r\n\r\n")
        .toString()
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
