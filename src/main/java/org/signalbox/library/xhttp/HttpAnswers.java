// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.xhttp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.jspecify.annotations.Nullable;
import org.signalbox.module.ModuleException;
import org.signalbox.routing.Globals;
import org.signalbox.routing.HttpReplies;
import org.signalbox.routing.ReplyAdditions;
import org.signalbox.routing.StatelessReplies;
import org.signalbox.script.WireText;
import org.signalbox.script.run.Frame;
import org.signalbox.sip.OutputBuffer;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.SipRequest;
import org.signalbox.transport.ConnectionUse;
import org.signalbox.transport.Destination;
import org.signalbox.transport.MessageSender;
import org.signalbox.transport.SendListener;

/**
 * Answers HTTP requests over the connection that they came in on, which stays open. {@code Sia}
 * tells the peer's address, as Kamailio's overwritten Via does (rpc.md §3.4). Thread-safe.
 */
final class HttpAnswers implements HttpReplies {
  private static final String VERSION = "HTTP/1.1";
  private static final int SENT = 1;
  private static final int NOT_SENT = -1;

  private @Nullable Ports ports;

  private record Ports(MessageSender sender, Globals globals, StatelessReplies replies) {}

  void connect(MessageSender sender, Globals globals, StatelessReplies replies) {
    ports = new Ports(sender, globals, replies);
  }

  private Ports ports() {
    Ports known = ports;
    if (known == null) {
      throw new ModuleException("HTTP is answered before the start");
    }
    return known;
  }

  /** The HTTP request of a frame; null when its message is none. */
  static @Nullable SipRequest request(Frame frame) {
    return frame.message() instanceof SipRequest request
            && !request.local()
            && request.version().startsWith("HTTP/")
        ? request
        : null;
  }

  @Override
  public boolean isHttp(Frame frame) {
    return request(frame) != null;
  }

  @Override
  public int reply(Frame frame, int code, String reason, String contentType, byte[] body) {
    SipRequest request = request(frame);
    if (request == null || code < 100 || code > 999) {
      return NOT_SENT;
    }
    String type = contentType.isEmpty() ? "" : "Content-Type: " + line(contentType) + "\r\n";
    String added = WireText.bytes(ReplyAdditions.of(frame).lines()) + type;
    String status = request.version() + " " + code + " " + line(reason);
    ConnectionUse use = new ConnectionUse(true, request.endsWithAnswer());
    send(request.received(), status, added, body, use);
    ports().replies().sentElsewhere(code);
    return SENT;
  }

  /** Answers what is no request that can be handled. */
  void refuse(int status, String reason, ReceiveInfo from) {
    String line = VERSION + " " + status + " " + reason;
    send(from, line, "Connection: close\r\n", new byte[0], ConnectionUse.USUAL);
  }

  private void send(
      ReceiveInfo to, String statusLine, String added, byte[] body, ConnectionUse use) {
    String peer = to.source().getAddress().getHostAddress() + ":" + to.source().getPort();
    String head =
        (statusLine + "\r\n")
            + ("Sia: SIP/2.0/" + to.protocol().viaName() + " " + peer + "\r\n")
            + added
            + ReplyAdditions.server(ports().globals())
            + ("Content-Length: " + body.length + "\r\n\r\n");
    OutputBuffer out = new OutputBuffer(head.length() + body.length);
    out.append(head.getBytes(ISO_8859_1)).append(body);
    byte[] whole = out.toBytes();
    Destination back = Destination.backTo(to).with(use);
    ports().sender().send(whole, 0, whole.length, back, SendListener.IGNORE);
  }

  /** A text that cannot end its line. */
  private static String line(String text) {
    return text.replace('\r', ' ').replace('\n', ' ');
  }
}
