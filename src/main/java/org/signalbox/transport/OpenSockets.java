// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import static org.signalbox.transport.TransportLog.LOG;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.AddressText;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.TransportProtocol;

/** The sockets behind the listening points, in the same order. Filled by one thread, then fixed. */
final class OpenSockets {

  private final List<ListeningPoint> points = new ArrayList<>();
  private final List<@Nullable UdpSocket> udp = new ArrayList<>();
  private final List<StreamTransport.@Nullable Listener> streams = new ArrayList<>();
  private final @Nullable StreamTransport streamTransport;

  /** With that transport for streams; null when nothing listens for streams. */
  OpenSockets(@Nullable StreamTransport streamTransport) {
    this.streamTransport = streamTransport;
  }

  List<ListeningPoint> points() {
    return List.copyOf(points);
  }

  List<UdpSocket> udpSockets() {
    return udp.stream().filter(socket -> socket != null).distinct().toList();
  }

  @Nullable StreamTransport streamTransport() {
    return streamTransport;
  }

  /** Binds what one line of the file asks for. */
  void bind(ListenerSettings wanted, int receiveBuffer) throws ListenException {
    UdpSocket socket = null;
    StreamTransport.Listener listener = null;
    InetSocketAddress address;
    try {
      if (wanted.protocol() == TransportProtocol.UDP) {
        socket = udpSocket(wanted.address(), receiveBuffer);
        address = withPort(wanted.address(), socket.address().getPort());
      } else if (wanted.protocol() == TransportProtocol.TCP && streamTransport != null) {
        listener = streamTransport.bind(wanted.address());
        address = withPort(wanted.address(), listener.address().getPort());
      } else {
        throw new IOException("this transport is not built yet");
      }
    } catch (Exception e) {
      throw new ListenException(wanted, BindFailure.reason(e), e);
    }
    ListeningPoint point = point(wanted, address);
    points.add(point);
    udp.add(socket);
    streams.add(listener);
    if (socket != null) {
      socket.serve(point);
    }
    LOG.listening(Addresses.text(wanted.protocol(), address));
  }

  /** Lets the stream listeners accept. */
  void accept() {
    for (int i = 0; i < points.size(); i++) {
      StreamTransport.Listener listener = streams.get(i);
      if (listener != null) {
        listener.accept(points.get(i));
      }
    }
  }

  /** The socket of a UDP listening point. */
  @Nullable UdpSocket udpSocket(ListeningPoint point) {
    return point.index() < udp.size() ? udp.get(point.index()) : null;
  }

  /** The first listening point of the family that can reach the address. */
  @Nullable ListeningPoint sourceFor(TransportProtocol protocol, InetSocketAddress to) {
    ListeningPoint second = null;
    InetAddress peer = to.getAddress();
    for (int i = 0; i < points.size(); i++) { // without an iterator: each message asks
      ListeningPoint point = points.get(i);
      InetAddress own = point.address().getAddress();
      if (point.protocol() != protocol || peer == null || own.getClass() != peer.getClass()) {
        continue;
      }
      if (own.isAnyLocalAddress() || own.isLoopbackAddress() == peer.isLoopbackAddress()) {
        return point;
      }
      if (second == null) {
        second = point;
      }
    }
    return second;
  }

  private UdpSocket udpSocket(InetSocketAddress address, int receiveBuffer) throws IOException {
    for (UdpSocket socket : udp) {
      if (socket != null && socket.covers(address)) {
        return socket;
      }
    }
    return UdpSocket.bind(address, receiveBuffer);
  }

  private ListeningPoint point(ListenerSettings wanted, InetSocketAddress address) {
    String advertised = wanted.advertisedHost();
    return new ListeningPoint(
        points.size(),
        wanted.protocol(),
        address,
        wanted.name(),
        advertised != null ? advertised : AddressText.host(Addresses.own(address.getAddress())),
        wanted.advertisedPort() != 0 ? wanted.advertisedPort() : address.getPort());
  }

  private static InetSocketAddress withPort(InetSocketAddress address, int port) {
    return address.getPort() == port ? address : new InetSocketAddress(address.getAddress(), port);
  }
}
