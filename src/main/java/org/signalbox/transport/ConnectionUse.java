// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

/**
 * What a message may do to its connection; means nothing for datagrams.
 *
 * @param onlyOpen whether no connection may be opened for it
 * @param last whether the connection ends when it has left
 */
public record ConnectionUse(boolean onlyOpen, boolean last) {
  /** That of a message that nothing is said about. */
  public static final ConnectionUse USUAL = new ConnectionUse(false, false);

  /** The same, but none may be opened. */
  public ConnectionUse withOnlyOpen() {
    return new ConnectionUse(true, last);
  }

  /** The same, and the connection ends behind it. */
  public ConnectionUse withLast() {
    return new ConnectionUse(onlyOpen, true);
  }
}
