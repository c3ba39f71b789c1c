// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * The modules of one configuration: those that can be loaded, those that are, and their life.
 *
 * <p>Filled on the thread that reads the file; started and stopped on the thread that starts and
 * stops the server.
 */
public final class Modules {
  private final Map<String, SignalboxModule> available = new LinkedHashMap<>();
  private final Map<String, LoadedModule> loaded = new LinkedHashMap<>();
  private final List<LoadedModule> alive = new ArrayList<>();

  /** Offers these modules to the file; each instance serves one configuration only. */
  public Modules(Iterable<? extends SignalboxModule> available) {
    available.forEach(module -> this.available.put(module.name(), module));
  }

  /** Offers every module that a class loader can find. */
  public static Modules found(ClassLoader loader) {
    return new Modules(ServiceLoader.load(SignalboxModule.class, loader));
  }

  /** The loaded modules, in the order of their {@code loadmodule} lines. */
  public List<SignalboxModule> loaded() {
    return loaded.values().stream().map(LoadedModule::module).toList();
  }

  /** The loaded module of a class, if the file loads it. */
  public <M extends SignalboxModule> Optional<M> find(Class<M> type) {
    return loaded.values().stream()
        .map(LoadedModule::module)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }

  /** The parameters that the file gives a loaded module. */
  public ParameterValues parameters(SignalboxModule module) {
    LoadedModule entry = loaded.get(module.name());
    return entry == null ? ParameterValues.DEFAULTS : entry.values();
  }

  /**
   * Initialises every loaded module, in load order.
   *
   * @throws ModuleException naming the module that refuses; what was initialised is then destroyed
   */
  public void init(Bindings bindings) {
    for (LoadedModule entry : loaded.values()) {
      alive.add(entry);
      step(entry, "initializing", () -> entry.module().init(entry.values(), bindings));
    }
  }

  /**
   * Starts every initialised module, in load order.
   *
   * @throws ModuleException naming the module that refuses; all modules are then destroyed
   */
  public void start(Bindings bindings) {
    for (LoadedModule entry : List.copyOf(alive)) {
      step(entry, "starting", () -> entry.module().start(bindings));
    }
  }

  /**
   * Destroys every initialised module, in reverse order; one that fails does not stop the others.
   */
  public void destroy() {
    for (int i = alive.size() - 1; i >= 0; i--) {
      LoadedModule entry = alive.get(i);
      try {
        entry.module().destroy();
      } catch (RuntimeException e) {
        ModuleLog.LOG.destroyFailed(entry.module().name(), e);
      }
    }
    alive.clear();
  }

  private void step(LoadedModule entry, String doing, Runnable body) {
    try {
      body.run();
    } catch (RuntimeException e) {
      destroy();
      throw new ModuleException(
          "Error while " + doing + " module " + entry.module().name() + ": " + e.getMessage(), e);
    }
  }

  /** Loads a module by name; answers what is wrong, or null. */
  @Nullable String load(String name) {
    SignalboxModule module = available.get(name);
    if (module == null) {
      return "could not find module <" + name + ">";
    }
    if (loaded.containsKey(name)) {
      return "attempting to load the same module twice";
    }
    Exports exports = module.exports();
    for (String needed : exports.dependencies()) {
      if (!loaded.containsKey(needed)) {
        return "module " + name + " needs module " + needed + ", which must be loaded before it";
      }
    }
    loaded.put(name, new LoadedModule(module, exports, new HashMap<>()));
    return null;
  }

  /** A loaded module with what the file says about it. */
  record LoadedModule(
      SignalboxModule module, Exports exports, Map<Parameter<?>, List<Object>> given) {
    ParameterValues values() {
      return ParameterValues.of(given);
    }
  }
}
