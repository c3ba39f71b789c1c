// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Remembers what was added and removed at run time, for after a restart. Thread-safe. */
interface ChangeLog extends AutoCloseable {

  /** Remembers nothing: for a server without a data directory. */
  ChangeLog NONE =
      new ChangeLog() {
        @Override
        public void opened(long lastId) {}

        @Override
        public void added(Collection<WatchedDestination> destinations) {}

        @Override
        public void removed(WatchedDestination destination) {}

        @Override
        public void changed(WatchedDestination destination) {}

        @Override
        public void paused(@Nullable Pause pause) {}

        @Override
        public void flushed(long upTo) {}

        @Override
        public void tick(Collection<WatchedDestination> all) {}

        @Override
        public void close() {}
      };

  /** Numbers up to this one have been given away, to whatever. */
  void opened(long lastId);

  /** These were added; once this returns, a crash of the process does not forget them. */
  void added(Collection<WatchedDestination> destinations);

  /** This one was removed. May overtake the news that it was added. */
  void removed(WatchedDestination destination);

  /** An operator has said something about this one. */
  void changed(WatchedDestination destination);

  /** All were paused; null when they go on. */
  void paused(@Nullable Pause pause);

  /** All with numbers up to this one were removed. */
  void flushed(long upTo);

  /** Called some times a second for whatever need not happen at once. */
  void tick(Collection<WatchedDestination> all);

  /** Writes what is not yet written, and writes nothing more. */
  @Override
  void close();
}
