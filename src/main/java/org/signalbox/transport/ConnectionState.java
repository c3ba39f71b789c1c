// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

/** The life of a stream connection, with Kamailio's names ({@code core.tcp_list}). */
public enum ConnectionState {
  /** Accepted; nothing has been read yet. */
  ACCEPT,
  /** Opening; messages wait for the peer's answer. */
  CONNECT,
  /** In use. */
  OK,
  /** The peer has closed its side, or we are closing ours. */
  EOF,
  /** Reading or writing failed. */
  ERROR,
  /** Gone from the table; the id stays unused for ever. */
  CLOSED
}
