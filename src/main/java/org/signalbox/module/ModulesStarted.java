// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import java.util.List;
import java.util.Optional;

/**
 * Modules have begun to work and the sockets are open. Told as a CDI event to their beans: one that
 * finds its module creates its EJB timer now. Told once for all modules of the file, before the
 * first request is served, and again for those that a reload adds, before its routes run.
 *
 * @param modules those that have begun, in load order
 */
public record ModulesStarted(List<SignalboxModule> modules) {

  public ModulesStarted {
    modules = List.copyOf(modules);
  }

  /** The module of a class, if it has begun now. */
  public <M extends SignalboxModule> Optional<M> find(Class<M> type) {
    return modules.stream().filter(type::isInstance).map(type::cast).findFirst();
  }
}
