// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.BlockKind;
import org.signalbox.script.run.Frame;
import org.signalbox.sip.ParseProblem;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.SipResponse;
import org.signalbox.transport.MessageReceiver;

/**
 * Stands before the transaction layer: core events and {@code reply_route} come first. Thread-safe.
 */
public final class Reception implements MessageReceiver {
  private static final String PRE_ROUTING = "core:pre-routing";
  private static final String MESSAGE_RECEIVED = "core:msg-received";
  private static final String PARSE_ERROR = "core:receive-parse-error";

  private final Routing routing;
  private final Packets packets;
  private final MessageReceiver next;
  private volatile boolean open;

  /**
   * @param packets see what arrives before anybody reads it
   * @param next gets what the script lets pass
   */
  public Reception(Routing routing, Packets packets, MessageReceiver next) {
    this.routing = routing;
    this.packets = packets;
    this.next = next;
  }

  /** Lets scripts run from now on, or no longer: before, messages pass without them. */
  public void open(boolean ready) {
    open = ready;
  }

  @Override
  public byte @Nullable [] arrived(byte[] bytes, int offset, int length, ReceiveInfo info) {
    if (!open) {
      return bytes;
    }
    byte[] left = packets.arrived(bytes, offset, length, info);
    boolean asked = routing.settings().packets() && routing.has(BlockKind.EVENT, MESSAGE_RECEIVED);
    if (left == null || !asked) {
      return left;
    }
    byte[] packet = left == bytes ? Arrays.copyOfRange(bytes, offset, offset + length) : left;
    return routing.bytes(MESSAGE_RECEIVED, packet, info) ? left : null;
  }

  @Override
  public void received(SipMessage message) {
    if (!open) {
      next.received(message);
      return;
    }
    if (droppedBefore(message)) {
      return;
    }
    routing.arrived(message);
    SipMessage passed = message instanceof SipResponse reply ? routing.reply(reply) : message;
    if (passed != null) {
      next.received(passed);
    } else {
      dropped(message);
    }
  }

  private boolean droppedBefore(SipMessage message) {
    Frame before = routing.event(PRE_ROUTING, message);
    boolean dropped = before != null && before.dropped();
    if (dropped) {
      dropped(message);
    }
    return dropped;
  }

  private void dropped(SipMessage message) {
    MessageCounts counts = routing.counts();
    (message instanceof SipResponse ? counts.droppedReplies() : counts.droppedRequests())
        .increment();
  }

  @Override
  public void http(SipRequest request) {
    HttpReceiver http = routing.http();
    if (open && http != null && !droppedBefore(request)) {
      routing.arrived(request);
      http.request(request);
    }
  }

  @Override
  public void httpRefused(int status, String reason, ReceiveInfo info) {
    HttpReceiver http = routing.http();
    if (open && http != null) {
      http.refused(status, reason, info);
    }
  }

  @Override
  public void malformed(byte[] bytes, ParseProblem problem, ReceiveInfo info) {
    if (behindFirstLine(bytes, problem.offset())) {
      routing.counts().malformed().increment();
    }
    if (open) {
      routing.bytes(PARSE_ERROR, bytes, info);
    }
    next.malformed(bytes, problem, info);
  }

  private static boolean behindFirstLine(byte[] bytes, int offset) {
    for (int i = 0; i < Math.min(offset, bytes.length); i++) {
      if (bytes[i] == '\n') {
        return true;
      }
    }
    return false;
  }
}
