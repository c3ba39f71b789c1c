// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A {@link SipPeer} over TCP: one thread accepts, one reads each connection. */
final class TcpPeer extends SipPeer {

  private final ServerSocket server;
  private final Map<InetSocketAddress, SipStream> streams = new ConcurrentHashMap<>();

  TcpPeer(InetSocketAddress address) {
    try {
      server = new ServerSocket();
      server.bind(address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  @Override
  public InetSocketAddress address() {
    return (InetSocketAddress) server.getLocalSocketAddress();
  }

  @Override
  public String uri() {
    return SipText.uri(address()) + ";transport=tcp";
  }

  @Override
  public void send(String text, InetSocketAddress to) {
    streams.computeIfAbsent(to, this::open).write(text);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    streams.values().forEach(SipStream::close);
  }

  private SipStream open(InetSocketAddress to) {
    try {
      SipStream stream = new SipStream(new Socket(to.getAddress(), to.getPort()), 0);
      start(() -> listen(stream));
      return stream;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        SipStream stream = new SipStream(server.accept(), 0);
        streams.put(stream.remote(), stream);
        start(() -> listen(stream));
      } catch (IOException e) {
        continue; // closed while it waited
      }
    }
  }

  private void listen(SipStream stream) {
    InetSocketAddress remote = stream.remote();
    try (stream) {
      for (WireMessage m = stream.next(); m != null; m = stream.next()) {
        hear(m).forEach(stream::write);
      }
    } catch (IOException | UncheckedIOException e) {
      // Closed or reset: the test's doing, or what it is about.
    } finally {
      streams.remove(remote, stream);
    }
  }

  private void start(Runnable loop) {
    Thread thread = new Thread(loop, "sip-peer-tcp-" + server.getLocalPort());
    thread.setDaemon(true);
    thread.start();
  }
}
