// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import java.util.List;

/**
 * What transactions of scripts have done since the start; not taken at one instant.
 *
 * @param current server transactions that exist, those included that wait for their end
 * @param waiting those of them that have their final reply
 * @param total made for requests that came
 * @param local made for requests of this server's own
 * @param received replies that came
 * @param generated replies that this server made
 * @param relayed replies that went on
 * @param finals final replies sent upstream by class: 2xx first, 6xx last
 */
public record TransactionCounts(
    long current,
    long waiting,
    long total,
    long local,
    long received,
    long generated,
    long relayed,
    List<Long> finals) {

  public TransactionCounts {
    finals = List.copyOf(finals);
  }

  /** Replies sent upstream. */
  public long sent() {
    return generated + relayed;
  }
}
