// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.time.Duration;
import org.signalbox.timer.TimeSource;

/**
 * Writes each change of state into the log, with its reason; when many change at once it writes the
 * first few and then their number. Thread-safe.
 */
final class ChangeNotes implements KeepaliveListener {
  static final int MOST = 20;
  private static final long WHILE = Duration.ofSeconds(10).toNanos();

  private final TimeSource time;

  /** Guarded by this, as is what follows. */
  private long began;

  private int noted;
  private int unnoted;

  ChangeNotes(TimeSource time) {
    this.time = time;
    this.began = time.nanos();
  }

  @Override
  public void happened(KeepaliveEvent event) {
    if (event instanceof DestinationStateChanged changed && worthNoting()) {
      note(changed.destination());
    } else if (event instanceof TargetStateChanged changed && worthNoting()) {
      note(changed);
    }
  }

  private static void note(DestinationStatus destination) {
    String why = destination.health().why();
    if (destination.health().state() == DestinationState.UP) {
      KeepaliveLog.LOG.up(destination.uri(), destination.owner(), why);
    } else {
      KeepaliveLog.LOG.down(destination.uri(), destination.owner(), why);
    }
  }

  private static void note(TargetStateChanged changed) {
    DestinationStatus destination = changed.destination();
    String why = changed.health().why();
    if (changed.state() == DestinationState.UP) {
      KeepaliveLog.LOG.targetUp(changed.address(), destination.uri(), destination.owner(), why);
    } else {
      KeepaliveLog.LOG.targetDown(changed.address(), destination.uri(), destination.owner(), why);
    }
  }

  @Override
  public boolean wantsAnswers(String owner) {
    return false;
  }

  /** The number is written when the while is over, not when the next one changes. */
  @Override
  public synchronized void tick() {
    if (time.nanos() - began >= WHILE) {
      if (unnoted > 0) {
        KeepaliveLog.LOG.moreChanged(unnoted);
      }
      began = time.nanos();
      noted = 0;
      unnoted = 0;
    }
  }

  private synchronized boolean worthNoting() {
    tick();
    if (noted < MOST) {
      noted++;
      return true;
    }
    unnoted++;
    return false;
  }
}
