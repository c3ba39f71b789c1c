// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds live stream connections; every look-up is O(1) and prolongs no life. Thread-safe. */
public interface ConnectionTable {

  /** By id; empty when there is none or it has ended. */
  Optional<Connection> byId(long id);

  /**
   * By the peer's address and port, or one that {@link #alias} has added; any protocol, the newest
   * when there are several.
   */
  Optional<Connection> byPeer(InetSocketAddress peer);

  /**
   * Lets requests to another port of its peer take a connection, as long as it lives (RFC 5923);
   * the newest connection that was asked counts.
   *
   * @param port from 1
   * @return false when there is no such connection, or it serves too many ports already
   */
  boolean alias(long id, int port);

  /** All, in no order; weakly consistent. */
  Stream<Connection> all();

  /** How many. */
  int size();

  /** Bytes that wait in all connections for their peers to read. */
  long queuedBytes();

  /** Closes by id; false when there is none. */
  default boolean close(long id) {
    return byId(id).map(Connection::close).orElse(false);
  }
}
