// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.corex;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Bindings;
import org.signalbox.module.Port;
import org.signalbox.resolver.NextHop;
import org.signalbox.routing.Endpoint;
import org.signalbox.routing.NextHops;
import org.signalbox.routing.RequestTarget;
import org.signalbox.routing.Sockets;
import org.signalbox.routing.StatelessForward;
import org.signalbox.routing.StrayReplies;
import org.signalbox.script.run.Frame;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipResponse;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.transport.Destination;
import org.signalbox.transport.MessageSender;
import org.signalbox.transport.SendListener;

/**
 * Sends bytes as they are: the message as received, without a Via and without changes, or any text.
 * Every function gives 1 or -1.
 */
final class RawSending {
  private static final int FAILED = -1;

  private final Port<NextHops> hops = Port.to(NextHops.class);
  private final Port<MessageSender> sender = Port.to(MessageSender.class);
  private final Port<StrayReplies> replies = Port.to(StrayReplies.class);
  private final StatelessForward forward = new StatelessForward();

  void connect(Bindings bindings) {
    hops.connect(bindings);
    sender.connect(bindings);
    replies.connect(bindings);
    forward.connect(bindings);
  }

  /** To {@code $du}, else to the request URI. */
  int udp(Frame frame) {
    return message(frame, next(frame), TransportProtocol.UDP);
  }

  /** To {@code host[:port]} or a SIP URI. */
  int udpTo(Frame frame, String place) {
    return message(frame, hop(place), TransportProtocol.UDP);
  }

  int tcp(Frame frame) {
    return message(frame, next(frame), TransportProtocol.TCP);
  }

  int tcpTo(Frame frame, String place) {
    return message(frame, hop(place), TransportProtocol.TCP);
  }

  private static @Nullable NextHop next(Frame frame) {
    return NextHops.hop(RequestTarget.nextUri(frame));
  }

  private static @Nullable NextHop hop(String place) {
    NextHop uri = NextHops.hop(place);
    Endpoint endpoint = uri == null ? Endpoint.parse(place) : null;
    return endpoint == null
        ? uri
        : new NextHop(endpoint.host(), endpoint.port(), endpoint.protocol(), false);
  }

  private int message(Frame frame, @Nullable NextHop hop, TransportProtocol over) {
    SipMessage message = frame.message();
    byte[] bytes = new byte[message.length()];
    System.arraycopy(message.array(), message.start(), bytes, 0, bytes.length);
    if (hop == null) {
      return FAILED;
    }
    int port = hop.port() > 0 ? hop.port() : over.defaultPort();
    NextHop fixed = new NextHop(hop.host(), port, over, false);
    return send(hops.get().of(fixed, frame), bytes);
  }

  /** {@code send_data(uri, data)}. */
  int data(Frame frame, String[] uriAndData) {
    return send(hops.get().of(uriAndData[0], frame), bytes(uriAndData[1]));
  }

  /** {@code sendx(uri, socket, data)}: from a socket of this server. */
  int dataFrom(Frame frame, String[] uriSocketData) {
    Sockets sockets = sender.get()::listeningPoints;
    ListeningPoint source = sockets.find(uriSocketData[1]);
    NextHops.Way way = hops.get().of(uriSocketData[0], frame);
    if (source == null || !(way instanceof NextHops.Way.To to)) {
      return FAILED;
    }
    InetSocketAddress address = to.destination().address();
    Destination from = new Destination(source.protocol(), address, source, 0);
    return send(new NextHops.Way.To(from), bytes(uriSocketData[2]));
  }

  /** Texts of scripts hold a byte in each char. */
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private int send(NextHops.Way way, byte[] bytes) {
    if (!(way instanceof NextHops.Way.To to)) {
      return FAILED;
    }
    sender.get().send(bytes, 0, bytes.length, to.destination(), SendListener.IGNORE);
    return 1;
  }

  /** Passes a reply on to whom its second Via names, at once and whatever becomes of it later. */
  int reply(Frame frame) {
    return frame.message() instanceof SipResponse reply && replies.get().pass(reply) ? 1 : FAILED;
  }

  /** Sends the request as if it began here: the replies come to us and go no further. */
  int asClient(Frame frame, String uri) {
    NextHops.Way way = hops.get().of(uri, frame);
    return forward.begin(frame, way);
  }
}
