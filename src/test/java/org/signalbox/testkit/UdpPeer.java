// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;

/** A {@link SipPeer} over UDP. */
final class UdpPeer extends SipPeer {

  private final DatagramSocket socket;

  UdpPeer(InetSocketAddress address) {
    try {
      socket = new DatagramSocket(address);
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(this::listen, "sip-peer-udp-" + socket.getLocalPort());
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public InetSocketAddress address() {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  @Override
  public String uri() {
    return SipText.uri(address());
  }

  @Override
  public void send(String text, InetSocketAddress to) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    try {
      socket.send(new DatagramPacket(bytes, bytes.length, to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    socket.close();
  }

  private void listen() {
    byte[] buffer = new byte[65_535];
    while (!socket.isClosed()) {
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      try {
        socket.receive(packet);
        InetSocketAddress source = (InetSocketAddress) packet.getSocketAddress();
        String text = new String(buffer, 0, packet.getLength(), ISO_8859_1);
        hear(new WireMessage(source, text)).forEach(answer -> send(answer, source));
      } catch (IOException | UncheckedIOException e) {
        // Closed while it waited, or the server's port is gone: both are the test's doing.
        continue;
      }
    }
  }
}
