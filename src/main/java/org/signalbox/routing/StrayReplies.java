// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.resolver.Location;
import org.signalbox.resolver.NextHop;
import org.signalbox.resolver.Resolver;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.SipResponse;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.sip.Via;
import org.signalbox.transaction.TransactionLayer;
import org.signalbox.transport.Destination;
import org.signalbox.transport.MessageSender;
import org.signalbox.transport.SendListener;

/**
 * Passes on replies that belong to no transaction, to whom their second Via names (RFC 3261 §16.11,
 * §18.2.2). Thread-safe; never blocks.
 */
public final class StrayReplies {
  private final Routing routing;
  private final TransactionLayer transactions;
  private final Resolver resolver;
  private final MessageSender sender;

  public StrayReplies(
      Routing routing, TransactionLayer transactions, Resolver resolver, MessageSender sender) {
    this.routing = routing;
    this.transactions = transactions;
    this.resolver = resolver;
    this.sender = sender;
  }

  /**
   * Passes one on.
   *
   * @return false when it does not go on: it has no second Via
   */
  public boolean pass(SipResponse reply) {
    List<Via> vias = reply.vias();
    if (vias.size() < 2 || reply.local()) {
      return false;
    }
    Via next = vias.get(1);
    TransportProtocol protocol = next.transport();
    if (protocol == null) {
      return false;
    }
    resolver.locate(hop(next, protocol), location -> located(reply, next, location));
    return true;
  }

  private static NextHop hop(Via via, TransportProtocol protocol) {
    String received = via.received();
    int port = via.rport() > 0 ? via.rport() : via.port();
    return received == null
        ? new NextHop(via.host(), port, protocol, protocol == TransportProtocol.TLS)
        : new NextHop(received, port > 0 ? port : via.portOrDefault(), protocol, false);
  }

  private void located(SipResponse reply, Via next, Location location) {
    if (!(location instanceof Location.Found found)) {
      return;
    }
    TransportProtocol protocol = found.targets().get(0).protocol();
    InetSocketAddress address = found.targets().get(0).address();
    ListeningPoint source = source(reply, protocol, address);
    if (source == null) {
      return;
    }
    Destination to = new Destination(protocol, address, source, Math.max(0, next.connectionId()));
    if (routing.maySend(reply, to)) {
      transactions.relayStatelessly(reply, to, SendListener.IGNORE);
      routing.counts().forwardedReplies().increment();
    }
  }

  /** The socket it came in by, when that speaks the protocol: the peer knows it. */
  private @Nullable ListeningPoint source(
      SipResponse reply, TransportProtocol protocol, InetSocketAddress address) {
    ListeningPoint in = reply.received().listener();
    return in.protocol() == protocol ? in : sender.sourceFor(protocol, address);
  }
}
