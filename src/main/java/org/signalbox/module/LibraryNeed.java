// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

/**
 * What a module or a library asks for.
 *
 * @param name as {@link InternalLibrary#name}
 * @param version the oldest that will do; the major number must be the same
 */
public record LibraryNeed(String name, LibraryVersion version) {

  /**
   * A need.
   *
   * @param version as {@link LibraryVersion#of}
   */
  public static LibraryNeed of(String name, String version) {
    return new LibraryNeed(name, LibraryVersion.of(version));
  }

  @Override
  public String toString() {
    return name + " " + version;
  }
}
