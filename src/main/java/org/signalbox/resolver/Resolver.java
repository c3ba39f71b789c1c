// SPDX-License-Identifier: Apache-2.0
package org.signalbox.resolver;

import java.util.function.Consumer;

/** Finds the addresses of a next hop. Thread-safe; never blocks. */
public interface Resolver {

  /**
   * Looks a next hop up.
   *
   * @param hop what the URI says
   * @param callback told exactly once: during this call when the answer is at hand (a numeric
   *     address, the hosts file, the cache), else on the resolver's executor, never on a timer or
   *     transport thread
   */
  void locate(NextHop hop, Consumer<Location> callback);
}
