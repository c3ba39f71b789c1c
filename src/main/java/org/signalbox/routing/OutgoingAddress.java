// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * From which of its addresses this machine would reach a peer, as its routing table says; nothing
 * is sent. Thread-safe.
 */
final class OutgoingAddress {
  /** More peers than that are asked about anew. */
  private static final int MOST = 1000;

  private final Map<InetAddress, InetAddress> known = new ConcurrentHashMap<>();

  /** The address toward a peer; null when there is no way to it. */
  @Nullable InetAddress toward(InetSocketAddress peer) {
    InetAddress address = known.get(peer.getAddress());
    if (address != null) {
      return address;
    }
    try (DatagramSocket probe = new DatagramSocket()) {
      probe.connect(peer);
      InetAddress found = probe.getLocalAddress();
      if (known.size() >= MOST) {
        known.clear();
      }
      known.put(peer.getAddress(), found);
      return found;
    } catch (IOException | java.io.UncheckedIOException e) {
      return null;
    }
  }
}
