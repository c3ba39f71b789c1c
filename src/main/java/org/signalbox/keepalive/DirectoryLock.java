// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.signalbox.module.ModuleException;

/**
 * Keeps a data directory to one server: two that append to one journal would lose each other's
 * lines. The system gives the lock back when the process ends, however it ends.
 */
final class DirectoryLock implements AutoCloseable {
  static final String NAME = "destinations.lock";

  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the directory, which is made if it is missing.
   *
   * @throws ModuleException when another server has it
   * @throws IOException when there can be no such directory; then there is no journal either
   */
  static DirectoryLock take(Path directory) throws IOException {
    Files.createDirectories(directory);
    FileChannel channel =
        FileChannel.open(
            directory.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!locked(channel)) {
      channel.close();
      throw new ModuleException(
          "another Signalbox keeps its destinations in "
              + directory
              + "; give this one a signalbox.data-dir of its own");
    }
    return new DirectoryLock(channel);
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException heldInThisProcess) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
