// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The modules that live, in the order of their beginning. Changed by one thread at a time. */
final class Lives {
  private final Libraries libraries;
  private final List<LivingModule> alive = new CopyOnWriteArrayList<>();

  Lives(Libraries libraries) {
    this.libraries = libraries;
  }

  /**
   * Initialises modules in their order.
   *
   * @return they, to be started
   * @throws ModuleException when one refuses; all that were given are ended then
   */
  List<LivingModule> init(Collection<LoadedModule> modules, Bindings bindings) {
    List<LivingModule> begun = new ArrayList<>();
    for (LoadedModule loaded : modules) {
      LivingModule module = new LivingModule(loaded, libraries, bindings);
      alive.add(module);
      begun.add(module);
      step("initializing", module, LivingModule::init, begun);
    }
    return begun;
  }

  /**
   * Starts modules in their order.
   *
   * @throws ModuleException when one refuses; all that were given are ended then
   */
  void start(List<LivingModule> begun) {
    for (LivingModule module : begun) {
      step("starting", module, LivingModule::start, begun);
    }
  }

  private void step(
      String doing,
      LivingModule module,
      Consumer<LivingModule> step,
      Collection<LivingModule> begun) {
    try {
      step.accept(module);
    } catch (RuntimeException | LinkageError e) {
      end(begun);
      throw new ModuleException(
          "Error while %s module %s: %s"
              .formatted(doing, module.loaded().name(), String.valueOf(e.getMessage())),
          e);
    }
  }

  /** All of them. */
  List<LivingModule> all() {
    return List.copyOf(alive);
  }

  /** Ends these, the last one first. */
  void end(Collection<LivingModule> ending) {
    for (int i = alive.size() - 1; i >= 0; i--) {
      if (ending.contains(alive.get(i))) {
        alive.remove(i).destroy();
      }
    }
  }
}
