// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalbox.module.ModuleException;

class DirectoryLockTest {
  @TempDir Path directory;

  @Test
  void aSecondServerIsToldToGoElsewhere() throws Exception {
    try (DirectoryLock first = DirectoryLock.take(directory)) {
      assertThatThrownBy(() -> DirectoryLock.take(directory))
          .isInstanceOf(ModuleException.class)
          .hasMessage(
              "another Signalbox keeps its destinations in "
                  + directory
                  + "; give this one a signalbox.data-dir of its own");
      assertThat(first).isNotNull();
    }
  }

  @Test
  void whoeverLeavesMakesRoomForTheNext() throws Exception {
    DirectoryLock.take(directory).close();

    try (DirectoryLock next = DirectoryLock.take(directory)) {
      assertThat(next).isNotNull();
    }
  }
}
