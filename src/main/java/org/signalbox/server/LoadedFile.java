// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.Problem;

/**
 * The configuration file whose routes run.
 *
 * @param name of the file
 * @param loadedAt when it was read
 * @param loadedBy the login that asked for it; null when the server read it at its start
 * @param warnings what is odd in it
 * @param afterRestart the settings in it that act after a restart only, because the server was
 *     started with other values
 */
public record LoadedFile(
    String name,
    Instant loadedAt,
    @Nullable String loadedBy,
    List<Problem> warnings,
    List<String> afterRestart) {

  public LoadedFile {
    warnings = List.copyOf(warnings);
    afterRestart = List.copyOf(afterRestart);
  }
}
