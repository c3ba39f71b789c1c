// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import java.util.List;

/**
 * Code that several modules share and that is not for everybody (guide, chapter 17); found by
 * {@link java.util.ServiceLoader}, with a public constructor without parameters.
 *
 * <p>Opened when the first loaded module that {@linkplain Exports.Builder#needsLibrary needs} it is
 * about to be initialised, after the libraries that it needs itself; closed when the last such
 * module has been destroyed. What nobody needs is never opened. All on the thread that starts,
 * reloads or stops the server.
 */
public interface InternalLibrary {

  /** Its name: {@code trie}. */
  String name();

  /** Its version. */
  LibraryVersion version();

  /** Other libraries that it uses. */
  default List<LibraryNeed> needs() {
    return List.of();
  }

  /**
   * Binds the ports under which modules use it.
   *
   * @throws ModuleException when the server must not start
   */
  default void open(Bindings bindings) {}

  /** Ends what {@link #open} began. */
  default void close() {}
}
