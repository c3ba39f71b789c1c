// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import org.jspecify.annotations.Nullable;
import org.signalbox.module.ModuleException;

/** The file whose routes run; another one after a reload. Thread-safe. */
final class RunningFile {
  private volatile @Nullable Configuration now;

  void is(Configuration running) {
    now = running;
  }

  Configuration now() {
    Configuration running = now;
    if (running == null) {
      throw new ModuleException("the file is asked for before the start");
    }
    return running;
  }
}
