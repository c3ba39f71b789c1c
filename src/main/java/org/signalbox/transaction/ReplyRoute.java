// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.Via;
import org.signalbox.transport.ConnectionUse;
import org.signalbox.transport.Destination;

/** Where a response goes (RFC 3261 §18.2.2, RFC 3581 §4). */
final class ReplyRoute {

  private ReplyRoute() {}

  /**
   * Where a response to a request goes.
   *
   * @param status its connection may end behind a final one
   */
  static Destination of(SipRequest request, int status) {
    boolean last = status >= 200 && request.endsWithAnswer();
    return place(request).with(new ConnectionUse(request.answeredOnlyBack(), last));
  }

  private static Destination place(SipRequest request) {
    ReceiveInfo received = request.received();
    Via via = request.topVia();
    if (via == null) {
      return Destination.backTo(received);
    }
    if (received.protocol().reliable()) {
      // The connection while it lives; after that a new one to where the peer listens.
      return to(received, received.source().getAddress(), via.portOrDefault());
    }
    InetAddress wanted = literal(via.maddr());
    if (wanted != null && oneHost(wanted)) {
      return to(received, wanted, via.portOrDefault());
    }
    if (via.hasRport() || request.rportForced()) {
      return Destination.backTo(received);
    }
    return to(received, received.source().getAddress(), via.portOrDefault());
  }

  private static Destination to(ReceiveInfo received, InetAddress address, int port) {
    InetSocketAddress source = received.source();
    if (source.getPort() == port && source.getAddress().equals(address)) {
      return Destination.backTo(received);
    }
    return new Destination(
        received.protocol(),
        new InetSocketAddress(address, port),
        received.listener(),
        received.connectionId(),
        true,
        ConnectionUse.USUAL);
  }

  /**
   * A reply for a group or for everybody on the link would multiply at somebody else's cost, and no
   * listener of ours is in a group: such a maddr counts as none.
   */
  private static boolean oneHost(InetAddress address) {
    return !address.isMulticastAddress()
        && !address.isAnyLocalAddress()
        && !address.getHostAddress().equals("255.255.255.255");
  }

  /**
   * The address a maddr spells out; null for none and for names, which nobody can wait for here.
   */
  private static @Nullable InetAddress literal(@Nullable String maddr) {
    if (maddr == null || maddr.isEmpty()) {
      return null;
    }
    try {
      // Brackets keep the JDK from asking a name server, whatever stands between them.
      return maddr.charAt(0) == '[' ? InetAddress.getByName(maddr) : dotted(maddr);
    } catch (UnknownHostException e) {
      return null;
    }
  }

  private static @Nullable InetAddress dotted(String text) throws UnknownHostException {
    byte[] address = new byte[4];
    int at = 0;
    int value = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' && value >= 0 && at < 3) {
        address[at++] = (byte) value;
        value = -1;
      } else if (c >= '0' && c <= '9') {
        value = Math.max(value, 0) * 10 + c - '0';
      } else {
        return null;
      }
      if (value > 255) {
        return null;
      }
    }
    if (at != 3 || value < 0) {
      return null;
    }
    address[3] = (byte) value;
    return InetAddress.getByAddress(address);
  }
}
