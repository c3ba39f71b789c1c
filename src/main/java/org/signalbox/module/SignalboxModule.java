// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import org.jspecify.annotations.Nullable;

/**
 * One module that a file may load; found by {@link java.util.ServiceLoader}.
 *
 * <p>The steps come in this order, each one for all modules in the order of their {@code
 * loadmodule} lines before the next begins: the constructor and {@link #exports()} while the file
 * is read, {@link #problem} and {@link #init} once all of it is read, {@link #start} when the
 * sockets are open, {@link #destroy} in the reverse order. A check of a file ({@code -c}) stops
 * before {@code init}: nothing but {@code init} and later may open, write or start anything. All
 * steps run on the thread that starts or stops the server (runtime.md §2).
 */
public interface SignalboxModule {

  /** The name that {@code loadmodule} uses, without {@code .so}: {@code keepalive}. */
  String name();

  /** What the module offers and needs. Called once, before any parameter has a value. */
  Exports exports();

  /**
   * Whether it extends the core: every file then has it without {@code loadmodule}, with its core
   * parameters and core functions. Of use only for modules in the class path of the application.
   */
  default boolean partOfCore() {
    return false;
  }

  /**
   * What is wrong with the parameters taken together, or null. Called when the whole file is read,
   * also when it is only checked; must change nothing.
   */
  default @Nullable String problem(ParameterValues parameters) {
    return null;
  }

  /**
   * Takes the parameters, and binds the ports that this module offers to others.
   *
   * @param parameters the value of each exported parameter, the default where the file has none
   * @param bindings where this module's own ports are bound; those of other modules may be missing
   * @throws ModuleException when the server must not start
   */
  default void init(ParameterValues parameters, Bindings bindings) {}

  /**
   * Begins to work. The ports of every module are bound.
   *
   * @param bindings where ports are looked up
   * @throws ModuleException when the server must not start
   */
  default void start(Bindings bindings) {}

  /**
   * Ends everything that {@link #init} and {@link #start} began; called once, also after a failed
   * start.
   */
  default void destroy() {}
}
