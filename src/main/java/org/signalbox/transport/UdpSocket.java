// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.transport.SendOutcome.Cause;
import org.signalbox.transport.SendOutcome.Failed;
import org.signalbox.transport.SendOutcome.Sent;

/**
 * One bound UDP socket. Any thread sends.
 *
 * <p>A {@link DatagramSocket} and not a channel, because an interrupted sender would close a
 * channel. Bound to the wildcard it takes both address families, so one socket then serves the
 * listening points of both.
 */
final class UdpSocket {

  /** The largest payload of an IPv4 datagram. */
  private static final int LARGEST = 65_507;

  // One packet per sending thread, because sending keeps nothing of it.
  private static final ThreadLocal<DatagramPacket> PACKET =
      ThreadLocal.withInitial(() -> new DatagramPacket(new byte[0], 0));

  private final DatagramSocket socket;
  private @Nullable Face ipv4; // written before the first message
  private @Nullable Face ipv6; // written before the first message

  private record Face(ListeningPoint point, Sent sent) {}

  private UdpSocket(DatagramSocket socket) {
    this.socket = socket;
  }

  /** Binds an address that nobody else may share. */
  static UdpSocket bind(InetSocketAddress address, int receiveBuffer) throws IOException {
    DatagramSocket socket = new DatagramSocket(null);
    try {
      socket.setReceiveBufferSize(receiveBuffer);
      socket.bind(address);
      return new UdpSocket(socket);
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  InetSocketAddress address() {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  /** Whether it receives what is meant for this address as well. */
  boolean covers(InetSocketAddress address) {
    return address.getPort() == socket.getLocalPort()
        && address.getAddress().isAnyLocalAddress()
        && socket.getLocalAddress().isAnyLocalAddress();
  }

  void serve(ListeningPoint point) {
    Face face = new Face(point, new Sent(point.address(), 0));
    if (point.address().getAddress() instanceof Inet6Address) {
      ipv6 = face;
    } else {
      ipv4 = face;
    }
  }

  /** The listening point for datagrams from that address; null when nobody asked for its family. */
  @Nullable ListeningPoint pointFor(InetAddress source) {
    Face face = face(source);
    return face == null ? null : face.point;
  }

  /** Waits for a datagram; its address is the packet's. */
  void receive(DatagramPacket packet) throws IOException {
    socket.receive(packet);
  }

  SendOutcome send(byte[] buffer, int offset, int length, InetSocketAddress to) {
    Face face = face(to.getAddress());
    if (face == null) {
      return new Failed(Cause.NO_LISTENER, "the socket serves the other address family");
    }
    if (length > LARGEST) {
      return new Failed(Cause.TOO_LARGE, length + " bytes do not fit in a datagram");
    }
    DatagramPacket packet = PACKET.get();
    packet.setData(buffer, offset, length);
    try {
      packet.setSocketAddress(to);
      socket.send(packet);
      return face.sent;
    } catch (IOException | IllegalArgumentException e) {
      return failure(e, to);
    }
  }

  boolean closed() {
    return socket.isClosed();
  }

  /** Wakes every thread that receives; the port is free once they have noticed. */
  void close() {
    socket.close();
  }

  private @Nullable Face face(InetAddress address) {
    return address instanceof Inet6Address ? ipv6 : ipv4;
  }

  private Failed failure(Exception e, InetSocketAddress to) {
    String detail = "sending to " + Addresses.text(to) + " failed: " + e.getMessage();
    if (socket.isClosed()) {
      return new Failed(Cause.CLOSED, detail);
    }
    boolean large = e instanceof SocketException && "Message too long".equals(e.getMessage());
    return new Failed(large ? Cause.TOO_LARGE : Cause.UNREACHABLE, detail);
  }
}
