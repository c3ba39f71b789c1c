// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.plan;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.run.Limits;
import org.signalbox.script.run.Operand;
import org.signalbox.script.run.RunLog;
import org.signalbox.script.run.Variable;
import org.signalbox.script.syntax.Item.Literal;
import org.signalbox.script.syntax.Vocabulary;
import org.signalbox.script.transformation.TransformationTable;

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

  /** Whether routes are planned; otherwise a file that has them is refused. */
  boolean runsRoutes();

  /** The function of that name and number of parameters, of the modules loaded so far. */
  @Nullable ScriptFunction function(String name, int arity);

  /** The names of all functions of the modules loaded so far, for suggestions. */
  Set<String> functionNames();

  /** The core command of that name and number of parameters: a function of no module. */
  @Nullable ScriptFunction command(String name, int arity);

  /** The variables that a name stands for. */
  @Nullable VariableFamily variables(String name);

  /** The transformations that the file may apply. */
  TransformationTable transformations();

  /** {@code group.name = value}: from now on {@code @cfg_get.group.name} reads it. */
  void declare(UserGlobal global);

  /** What a select means: {@code @ruri.host}; always a text. */
  @Nullable Variable select(String text);

  /** The left side of a core condition: {@code method}, {@code src_ip}, {@code msg:len}. */
  @Nullable Variable subject(String name);

  /** Whether what a subject means is this server: 1 or 0. */
  @Nullable Operand myself(String subject);

  /** The bounds of the finished script. */
  Limits limits();

  /** Where the finished script tells its faults. */
  RunLog log();
}
