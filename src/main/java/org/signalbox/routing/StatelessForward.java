// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Bindings;
import org.signalbox.module.Port;
import org.signalbox.resolver.NextHop;
import org.signalbox.script.BlockKind;
import org.signalbox.script.WireText;
import org.signalbox.script.run.Frame;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.MessageEdits;
import org.signalbox.sip.OutputBuffer;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.Via;
import org.signalbox.transaction.Dispatch;
import org.signalbox.transaction.TransactionLayer;
import org.signalbox.transport.Destination;
import org.signalbox.transport.SendListener;

/**
 * Sends the request of a frame on without a transaction (RFC 3261 §16.11, script.md §9). The branch
 * is made of the request, so that its retransmissions and its CANCEL carry the same one.
 */
public final class StatelessForward {
  private final Port<Routing> routing = Port.to(Routing.class);
  private final Port<TransactionLayer> transactions = Port.to(TransactionLayer.class);
  private final Port<NextHops> hops = Port.to(NextHops.class);

  /** Looks up what it needs. */
  public void connect(Bindings bindings) {
    routing.connect(bindings);
    transactions.connect(bindings);
    hops.connect(bindings);
  }

  /** Sends to {@code $du}, else to the request URI; 1, or a negative code. */
  public int send(Frame frame) {
    return send(frame, hops.get().of(frame));
  }

  /** Sends to a next hop that is known otherwise; 1, or a negative code. */
  public int send(Frame frame, NextHop hop) {
    return send(frame, hops.get().of(hop, frame));
  }

  /** Sends to a place; 1, or a negative code. */
  public int send(Frame frame, NextHops.Way way) {
    return send(frame, way, false);
  }

  /** The same as if the request began here: no Via but ours, so that the replies end here. */
  public int begin(Frame frame, NextHops.Way way) {
    return send(frame, way, true);
  }

  private int send(Frame frame, NextHops.Way way, boolean ours) {
    if (way instanceof NextHops.Way.Nowhere nowhere) {
      RequestTarget.of(frame).lastError(nowhere.code());
      return nowhere.code();
    }
    if (!(frame.message() instanceof SipRequest request) || !(way instanceof NextHops.Way.To to)) {
      return -1;
    }
    RequestTarget target = RequestTarget.of(frame);
    MessageEdits edits = edits(frame, request);
    if (ours) {
      edits.removeHeaders("Via");
    }
    Destination destination = settled(frame, request, edits, to.destination());
    if (destination == null) {
      return -1;
    }
    Dispatch dispatch =
        new Dispatch(request, edits, destination, branch(request), target.viaParameters(), null);
    transactions.get().sendStatelessly(dispatch, SendListener.IGNORE);
    routing.get().counts().forwardedRequests().increment();
    return 1;
  }

  /** What this copy carries: the edits of the message and the URI as it stands. */
  public static MessageEdits edits(Frame frame, SipRequest request) {
    MessageEdits edits = request.edits().copy();
    String changed = RequestTarget.of(frame).changedUri();
    if (changed != null) {
      edits.requestUri(WireText.decoded(changed));
    }
    return edits;
  }

  /**
   * The last that is settled about a copy before it leaves: over what it fits, whether {@code
   * onsend_route} lets it, and what our Via shows.
   *
   * @param frame whose target is that of the copy
   * @return null when the script drops it
   */
  public @Nullable Destination settled(
      Frame frame, SipRequest request, MessageEdits edits, Destination to) {
    RequestTarget target = RequestTarget.of(frame);
    boolean bounded = routing.get().settings().datagram() > 0;
    boolean asked = frame.script().route(BlockKind.ONSEND).isPresent();
    if (!bounded && !asked) {
      return advertised(to, target); // nobody wants to know how long it is
    }
    int length = length(request, edits);
    Destination fitting = hops.get().fitting(to, length, target);
    return routing.get().maySend(frame, fitting, length) ? advertised(fitting, target) : null;
  }

  /** The same way with the advertised address of the script in our Via. */
  private static Destination advertised(Destination destination, RequestTarget target) {
    ListeningPoint source = destination.source();
    String host = target.advertisedAddress();
    int port = target.advertisedPort();
    if (source == null || (host == null && port == 0)) {
      return destination;
    }
    ListeningPoint shown =
        new ListeningPoint(
            source.index(),
            source.protocol(),
            source.address(),
            source.name(),
            host == null ? source.sentByHost() : host,
            port == 0 ? source.sentByPort() : port);
    return destination.withSource(shown);
  }

  /** Bytes of this copy, without our Via. */
  private static int length(SipRequest request, MessageEdits edits) {
    if (edits.isEmpty()) {
      return request.length();
    }
    OutputBuffer out = new OutputBuffer(request.length() + 256);
    request.writeTo(out, edits);
    return out.size();
  }

  private static String branch(SipRequest request) {
    Via top = request.topVia();
    long hash = 17;
    hash = hash * 31 + Objects.hashCode(request.callId());
    hash = hash * 31 + (top == null ? 0 : top.octets().toString().hashCode());
    hash = hash * 31 + String.valueOf(request.fromTag()).hashCode();
    hash = hash * 31 + String.valueOf(request.requestUriText()).hashCode();
    return Via.COOKIE + Long.toHexString(hash & Long.MAX_VALUE) + ".0";
  }
}
