// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import static org.signalbox.transport.TransportLog.LOG;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.ReceiveInfo;

/**
 * One thread's work on a UDP socket: receive when it is its turn, and handle what came on the same
 * thread.
 */
final class UdpReceiver implements Runnable {

  /** Kamailio drops shorter datagrams without a word: keepalives and probes (runtime.md §7). */
  private static final int SHORTEST = 32;

  private static final long PAUSE_AFTER_FAILURE = TimeUnit.MILLISECONDS.toNanos(100);

  private final UdpSocket socket;
  private final UdpCrew crew;
  private final Intake intake;
  private final DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);

  /**
   * Counts its steps into and out of messages: odd while it is in one. Read by the crew's watch.
   */
  private final AtomicLong steps = new AtomicLong();

  // The last sender's: traffic comes in runs, and most servers have few peers.
  private @Nullable ReceiveInfo lastInfo;

  UdpReceiver(UdpSocket socket, UdpCrew crew, Intake intake) {
    this.socket = socket;
    this.crew = crew;
    this.intake = intake;
  }

  @Override
  public void run() {
    while (crew.awaitTurn(this)) {
      if (receive()) {
        handle();
      }
    }
  }

  long steps() {
    return steps.get();
  }

  void stepIn() {
    steps.set(steps.getPlain() + 1);
  }

  void stepOut() {
    steps.lazySet(steps.getPlain() + 1);
  }

  private boolean receive() {
    try {
      packet.setLength(packet.getData().length);
      socket.receive(packet);
      return packet.getLength() >= SHORTEST && packet.getPort() != 0;
    } catch (IOException e) {
      if (!socket.closed()) {
        LOG.receivingFailed(Addresses.text(socket.address()), e);
        LockSupport.parkNanos(PAUSE_AFTER_FAILURE);
      }
      return false;
    }
  }

  private void handle() {
    ReceiveInfo info = info(packet.getAddress(), packet.getPort());
    if (info == null) {
      return;
    }
    int length = packet.getLength();
    byte[] bytes = Arrays.copyOf(packet.getData(), length);
    boolean alone = crew.enter(this);
    try {
      intake.take(bytes, 0, length, info);
    } finally {
      crew.leave(this, alone);
    }
  }

  // Not the packet's socket address: it makes a new one each time it is asked.
  private @Nullable ReceiveInfo info(InetAddress host, int port) {
    ReceiveInfo last = lastInfo;
    if (last != null
        && last.source().getPort() == port
        && last.source().getAddress().equals(host)) {
      return last;
    }
    ListeningPoint point = socket.pointFor(host);
    if (point == null) {
      return null;
    }
    ReceiveInfo info =
        new ReceiveInfo(point, new InetSocketAddress(host, port), point.address(), 0);
    lastInfo = info;
    return info;
  }
}
