// SPDX-License-Identifier: Apache-2.0
package org.signalbox.rpc;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.signalbox.timer.TimeSource;

/** How often commands run, and which of them one after the other (rpc.md §1.7). Thread-safe. */
public final class RpcLimits {
  static final RpcLimits NONE = new RpcLimits(TimeSource.SYSTEM, Duration.ZERO, 0, false);

  private final TimeSource time;
  private final Duration delta;
  private final Lock[] locks;
  private final boolean byPrefix;

  /** When each of the commands that are not to run too often has run. */
  private final Map<String, Long> last = new ConcurrentHashMap<>();

  /**
   * Limits commands.
   *
   * @param delta between two runs of a command that asks for it; zero for any
   * @param locks how many commands run at once; 0 for any number
   * @param byPrefix whether all commands of one module stand for one, else each stands for itself
   */
  public RpcLimits(TimeSource time, Duration delta, int locks, boolean byPrefix) {
    this.time = time;
    this.delta = delta;
    this.locks = Stream.generate(ReentrantLock::new).limit(locks).toArray(Lock[]::new);
    this.byPrefix = byPrefix;
  }

  /** Whether a command has to wait for its next run; if not, it runs now. */
  boolean tooFast(RpcCommand command) {
    if (delta.isZero() || !command.paced()) {
      return false;
    }
    String name = command.name();
    Long now = time.nanos();
    Long before = last.get(name);
    if (before == null) {
      return last.putIfAbsent(name, now) != null;
    }
    return now - before < delta.toNanos() || !last.replace(name, before, now);
  }

  void run(RpcCommand command, Runnable work) {
    if (locks.length == 0) {
      work.run();
      return;
    }
    Lock lock = lock(command.name());
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }

  private Lock lock(String name) {
    int dot = name.indexOf('.');
    String key = byPrefix && dot > 0 ? name.substring(0, dot) : name;
    return locks[Math.floorMod(key.hashCode(), locks.length)];
  }
}
