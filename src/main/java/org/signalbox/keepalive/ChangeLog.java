// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was added and removed at run time, for after a restart. Thread-safe. What is not
 * overridden is not remembered.
 */
interface ChangeLog extends AutoCloseable {

  /** Remembers nothing: for a server without a data directory. */
  ChangeLog NONE = new ChangeLog() {};

  /** Numbers up to this one have been given away, to whatever. */
  default void opened(long lastId) {}

  /** These were added; once this returns, a crash of the process does not forget them. */
  default void added(Collection<WatchedDestination> destinations) {}

  /** This one was removed. May overtake the news that it was added. */
  default void removed(WatchedDestination destination) {}

  /** An operator has said something about this one. */
  default void changed(WatchedDestination destination) {}

  /** All were paused; null when they go on. */
  default void paused(@Nullable Pause pause) {}

  /**
   * All with numbers up to this one were removed.
   *
   * @param left a view of those with such a number that are there all the same: they were being
   *     added meanwhile
   */
  default void flushed(long upTo, Collection<WatchedDestination> left) {}

  /** Called some times a second for whatever need not happen at once. */
  default void tick(Collection<WatchedDestination> all) {}

  /** Writes what is not yet written, and writes nothing more. */
  @Override
  default void close() {}

  /** The same, with a last try to write all of these where writing has failed. */
  default void close(Collection<WatchedDestination> all) {
    close();
  }
}
