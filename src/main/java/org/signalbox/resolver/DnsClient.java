// SPDX-License-Identifier: Apache-2.0
package org.signalbox.resolver;

import java.util.function.Consumer;

/** Whoever can ask a name server. Never blocks. */
interface DnsClient {

  /**
   * Asks once, without a cache.
   *
   * @param sink told at most once, on any thread but a timer's
   */
  void ask(DnsQuestion question, Consumer<DnsAnswer> sink);

  /** Lets go of sockets and threads; questions under way may stay unanswered. */
  void close();
}
