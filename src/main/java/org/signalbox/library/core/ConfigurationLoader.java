// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import java.util.List;
import org.signalbox.module.Modules;
import org.signalbox.script.Source;

/**
 * Reads a configuration file and everything it includes.
 *
 * <p>Nothing is opened, started or changed: the same loader checks a file. Host names in {@code
 * listen} are looked up, so the call may block. One loader reads one file, once.
 */
public final class ConfigurationLoader {
  private final Modules modules;

  /**
   * Prepares to read.
   *
   * @param modules those that the file may load
   */
  public ConfigurationLoader(Modules modules) {
    this.modules = modules;
  }

  /**
   * Reads a file.
   *
   * @param file its text
   * @param defines what {@code -A} gives, each {@code NAME} or {@code NAME=VALUE}
   */
  public Loading load(Source file, List<String> defines) {
    throw new UnsupportedOperationException(file.name() + defines + modules.loaded());
  }
}
