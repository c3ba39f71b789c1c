// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

/**
 * Fills what a module asks for by annotation ({@code @Inject}), before its {@code init}. Bound by a
 * server that runs in a container; where a file is only checked, and in tests, there is none and
 * such fields stay empty. Called on the thread that starts, reloads or stops the server.
 */
@FunctionalInterface
public interface Injection {

  /**
   * Fills the fields of a module and calls its {@code @PostConstruct}.
   *
   * @return calls {@code @PreDestroy} and gives back what was injected; run once, after {@code
   *     destroy}
   * @throws ModuleException when something that it asks for is not there
   */
  Runnable into(Object module);
}
