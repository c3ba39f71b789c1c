// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.run;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What is to be let go when a script has ended: each thing once. Thread-safe; does not know the
 * script, so that it can outlive it.
 */
public final class Releases {
  private static final Logger LOG = System.getLogger(Releases.class.getName());

  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

  /** Adds one. */
  public void add(Runnable release) {
    waiting.add(release);
  }

  /** Lets everything go; one that fails does not keep the others. */
  public void run() {
    for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
      try {
        next.run();
      } catch (RuntimeException | LinkageError e) {
        LOG.log(Level.WARNING, "What an argument was converted to cannot be released", e);
      }
    }
  }
}
