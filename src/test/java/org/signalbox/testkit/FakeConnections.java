// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testkit;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.signalbox.transport.Connection;
import org.signalbox.transport.ConnectionTable;

/** No stream connections; what is asked of one by its id is told. */
record FakeConnections(Consumer<String> lines) implements ConnectionTable {
  @Override
  public Optional<Connection> byId(long id) {
    return Optional.empty();
  }

  @Override
  public Optional<Connection> byPeer(InetSocketAddress peer) {
    return Optional.empty();
  }

  @Override
  public boolean alias(long id, int port) {
    lines.accept("connection " + id + " also serves port " + port + " of its peer");
    return true;
  }

  @Override
  public Stream<Connection> all() {
    return Stream.empty();
  }

  @Override
  public int size() {
    return 0;
  }

  @Override
  public long queuedBytes() {
    return 0;
  }
}
