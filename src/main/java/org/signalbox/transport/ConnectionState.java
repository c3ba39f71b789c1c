// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

/**
 * The life of a stream connection, with Kamailio's names where it has them ({@code core.tcp_list}).
 */
public enum ConnectionState {
  /** Accepted; nothing has been read yet. */
  ACCEPT,
  /** Opening; messages wait for the peer's answer. */
  CONNECT,
  /** In use. */
  OK,
  /** Gone from the table; its id stays unused for ever. */
  CLOSED
}
