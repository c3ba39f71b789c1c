// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testkit;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.signalbox.resolver.Location;
import org.signalbox.resolver.NextHop;
import org.signalbox.resolver.Resolver;
import org.signalbox.resolver.Target;
import org.signalbox.sip.TransportProtocol;
import org.xbill.DNS.Address;

/** A resolver that answers at once: IPv4 numbers, and what a test told it. */
public final class FakeResolver implements Resolver {
  private final Map<String, Location> known = new ConcurrentHashMap<>();
  private final List<NextHop> asked = new CopyOnWriteArrayList<>();

  /** Answers with these targets for a host. */
  public FakeResolver knows(String host, Target... targets) {
    known.put(host, new Location.Found(List.of(targets)));
    return this;
  }

  /** Everything it was asked. */
  public List<NextHop> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void locate(NextHop hop, Consumer<Location> callback) {
    asked.add(hop);
    callback.accept(known.getOrDefault(hop.host(), otherwise(hop)));
  }

  private static Location otherwise(NextHop hop) {
    byte[] bytes = Address.toByteArray(hop.host(), Address.IPv4);
    if (bytes == null) {
      return new Location.NotFound(
          Location.Cause.UNKNOWN_NAME,
          "No address is known for " + hop.host() + ": it does not exist.");
    }
    TransportProtocol protocol = hop.protocol() == null ? TransportProtocol.UDP : hop.protocol();
    int port = hop.port() == NextHop.NO_PORT ? protocol.defaultPort() : hop.port();
    try {
      InetAddress address = InetAddress.getByAddress(bytes);
      return new Location.Found(
          List.of(new Target(protocol, new InetSocketAddress(address, port))));
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
