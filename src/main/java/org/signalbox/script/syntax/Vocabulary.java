// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.syntax;

import java.util.Collection;

/** The names of the global parameters, which the grammar must know: they are reserved words. */
public interface Vocabulary {

  /** Whether a global parameter has that name. */
  boolean isParameter(String word);

  /** Whether nothing else may have that name. */
  boolean isReserved(String word);

  /** All names, for suggestions. */
  Collection<String> names();

  /** A {@code loadmodule} line is read: from here on, its parameters have their names. */
  default void meets(String module) {}
}
