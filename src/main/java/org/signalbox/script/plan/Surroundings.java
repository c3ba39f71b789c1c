// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.plan;

import org.jspecify.annotations.Nullable;
import org.signalbox.script.syntax.Item.Literal;
import org.signalbox.script.syntax.Vocabulary;

/**
 * What a file refers to outside the language: global parameters and modules.
 *
 * <p>Told line by line in the order of the file, because a module must be loaded before its
 * parameters are set. Each answer is null, or why the line cannot be obeyed. One thread.
 */
public interface Surroundings extends Vocabulary {

  /** {@code name = value}. */
  @Nullable Refusal set(String name, Literal value);

  /** {@code loadmodule}; the name as written: {@code tm}, {@code tm.so} or a path. */
  @Nullable Refusal loadModule(String name);

  /**
   * {@code modparam}.
   *
   * @param modules a regular expression for names of modules
   * @param value a number or a text
   */
  @Nullable Refusal setModuleParameter(String modules, String name, Literal value);

  /** What is wrong with a loaded module now that the whole file is read. */
  @Nullable Refusal complete(String module);
}
