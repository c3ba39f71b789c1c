// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.ModuleException;

/** The file whose routes run; another one after a reload. Thread-safe. */
final class RunningFile {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile @Nullable Configuration now;

  void is(Configuration running) {
    now = running;
    listeners.forEach(Runnable::run);
  }

  /** Tells of another file, on the thread that has read it. */
  void whenChanged(Runnable listener) {
    listeners.add(listener);
  }

  Configuration now() {
    Configuration running = now;
    if (running == null) {
      throw new ModuleException("the file is asked for before the start");
    }
    return running;
  }
}
