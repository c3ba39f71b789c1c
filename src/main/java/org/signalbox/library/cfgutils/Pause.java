// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.cfgutils;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.signalbox.script.run.Frame;

/**
 * Scripts that wait, and their thread with them. The end of the server ends every pause, so that
 * none outlives it. Thread-safe.
 */
final class Pause {
  private final CountDownLatch end = new CountDownLatch(1);

  int seconds(Frame frame, long seconds) {
    return pause(seconds, TimeUnit.SECONDS);
  }

  int micros(Frame frame, long micros) {
    return pause(micros, TimeUnit.MICROSECONDS);
  }

  void end() {
    end.countDown();
  }

  private int pause(long length, TimeUnit unit) {
    try {
      end.await(length, unit); // returns at once for 0 or less
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }
}
