// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.transport.Destination;
import org.signalbox.transport.MessageSender;
import org.signalbox.transport.SendListener;
import org.signalbox.transport.SendOutcome;

/** The wire, with modules beside it that see every packet. Thread-safe. */
public final class Packets implements MessageSender {
  private final MessageSender wire;
  private final List<PacketFilter> filters = new CopyOnWriteArrayList<>();

  public Packets(MessageSender wire) {
    this.wire = wire;
  }

  /** Asks this filter about every packet, after those that were there before. */
  public void filter(PacketFilter filter) {
    filters.add(filter);
  }

  /** What is left of bytes that have arrived: the same array for all of them, null for nothing. */
  byte @Nullable [] arrived(byte[] bytes, int offset, int length, ReceiveInfo info) {
    if (filters.isEmpty()) {
      return bytes;
    }
    byte[] packet = Arrays.copyOfRange(bytes, offset, offset + length);
    for (PacketFilter filter : filters) {
      byte[] left = filter.arrived(packet, info);
      if (left == null) {
        return null;
      }
      packet = left;
    }
    return packet;
  }

  @Override
  public List<ListeningPoint> listeningPoints() {
    return wire.listeningPoints();
  }

  @Override
  public @Nullable ListeningPoint sourceFor(TransportProtocol protocol, InetSocketAddress address) {
    return wire.sourceFor(protocol, address);
  }

  @Override
  public void send(
      byte[] buffer, int offset, int length, Destination destination, SendListener listener) {
    if (filters.isEmpty()) {
      wire.send(buffer, offset, length, destination, listener);
      return;
    }
    byte[] packet = Arrays.copyOfRange(buffer, offset, offset + length);
    for (PacketFilter filter : filters) {
      byte[] left = filter.leaving(packet, destination);
      if (left == null) {
        listener.outcome(new SendOutcome.Failed(SendOutcome.Cause.CLOSED, "a script drops it"));
        return;
      }
      packet = left;
    }
    wire.send(packet, 0, packet.length, destination, listener);
  }
}
