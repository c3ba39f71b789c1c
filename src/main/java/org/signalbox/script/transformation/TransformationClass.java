// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import org.signalbox.script.NotationException;

/**
 * A class of transformations: {@code s} of {@code {s.len}}. A module brings one by exporting an
 * object of this type (Kamailio: {@code register_trans_mod}).
 *
 * <p>{@link NamedTransformations} builds one from a table of names.
 */
public interface TransformationClass {

  /** The name of the class; scripts write it in exactly this case. */
  String name();

  /**
   * Makes the transformation that one pair of braces asks for, while the file is loaded.
   *
   * @param specifier its name and parameters; parameters left unread are refused by the caller
   * @throws NotationException when the name is unknown or a parameter is wrong
   */
  Transformation make(Specifier specifier) throws NotationException;
}
