// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import org.signalbox.transaction.ServerTransaction;

/**
 * Who answers a request in a server transaction that carries this as its attachment: a module, not
 * a servlet. Called on transport and timer threads; must not block.
 */
public interface TransactionOwner {

  /** As {@link org.signalbox.transaction.TransactionUser#expired}. */
  void expired(ServerTransaction transaction);
}
