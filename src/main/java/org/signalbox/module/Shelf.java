// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.Suggestion;
import org.signalbox.script.plan.Refusal;

/**
 * The modules that a file may load: those that the server found by itself, and those of jars that
 * the file names. One thread.
 */
final class Shelf {
  private final ClassLoader loader;

  /** What runs while a file is read once more. */
  private final Collection<LoadedModule> running;

  private final Map<String, SignalboxModule> available = new LinkedHashMap<>();
  private final Set<String> unusable = new LinkedHashSet<>();
  private final Map<Path, ModuleJar> opened = new HashMap<>();
  private final Map<SignalboxModule, Exports> tables = new HashMap<>();

  /**
   * An empty shelf.
   *
   * @param loader the parent of those of jars
   * @param running whose jars are not opened again while they are the same
   */
  Shelf(ClassLoader loader, Collection<LoadedModule> running) {
    this.loader = loader;
    this.running = running;
    for (LoadedModule module : running) {
      if (module.jar() == null) {
        put(module.module());
      }
      tables.put(module.module(), module.exports());
    }
  }

  /**
   * Something to load.
   *
   * @param jar where it comes from; null for one that the server found
   */
  record Offer(SignalboxModule module, Exports exports, @Nullable ModuleJar jar) {}

  /** A module that cannot be offered. */
  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Refusal refusal;

    RefusedException(String code, String cause, @Nullable String help) {
      super(cause, null, false, false);
      refusal = Shelf.refusal(code, cause, help);
    }

    Refusal refusal() {
      return refusal;
    }
  }

  static Refusal refusal(String code, String cause, @Nullable String help) {
    return new Refusal(code, "failed to load module", cause, help);
  }

  ClassLoader loader() {
    return loader;
  }

  /** Adds a module; the first one of a name stays. */
  void put(SignalboxModule module) {
    available.putIfAbsent(module.name(), module);
  }

  /** Adds every module that the class loader finds. */
  void putFound() {
    Iterator<SignalboxModule> found = ServiceLoader.load(SignalboxModule.class, loader).iterator();
    boolean more = true;
    while (more) {
      try {
        more = found.hasNext();
        if (more) {
          put(found.next());
        }
      } catch (ServiceConfigurationError | LinkageError e) {
        unusable.add(String.valueOf(e.getMessage()));
      }
    }
  }

  /** Those that the server found. */
  Collection<SignalboxModule> found() {
    return available.values();
  }

  boolean runs(SignalboxModule module) {
    return running.stream().anyMatch(entry -> entry.module() == module);
  }

  /**
   * The module that a {@code loadmodule} means.
   *
   * @param written a name, a path that ends in one, or the path of a jar
   */
  Offer offer(String written) throws RefusedException {
    if (isJar(written)) {
      ModuleJar jar = jar(Path.of(written));
      return new Offer(jar.module(), exports(jar.module()), jar);
    }
    String name = nameOf(written);
    SignalboxModule module = available.get(name);
    if (module == null) {
      throw new RefusedException(
          "unknown-module",
          "could not find module <" + name + "> in <the modules of this server>",
          advice(name));
    }
    return new Offer(module, exports(module), null);
  }

  private @Nullable String advice(String name) {
    String likely = Suggestion.didYouMean(name, available.keySet());
    return likely != null || unusable.isEmpty()
        ? likely
        : "one cannot be made: " + String.join("; ", unusable);
  }

  private ModuleJar jar(Path path) throws RefusedException {
    List<ModuleJar> same =
        running.stream()
            .map(LoadedModule::jar)
            .filter(Objects::nonNull)
            .filter(jar -> jar.path().equals(path) && !jar.replaced())
            .toList();
    if (!same.isEmpty()) {
      return same.get(0);
    }
    try {
      return opened.computeIfAbsent(path, missing -> ModuleJar.open(missing, loader));
    } catch (ModuleException e) {
      throw new RefusedException("bad-module", String.valueOf(e.getMessage()), null);
    }
  }

  private Exports exports(SignalboxModule module) throws RefusedException {
    try {
      return tables.computeIfAbsent(module, SignalboxModule::exports);
    } catch (RuntimeException | LinkageError e) {
      throw new RefusedException(
          "bad-module", module.getClass().getName() + " has no export table: " + e, null);
    }
  }

  /** Closes the jars that were opened here. */
  void close() {
    opened.values().forEach(ModuleJar::close);
    opened.clear();
  }

  static boolean isJar(String written) {
    return written.endsWith(".jar");
  }

  static String nameOf(String written) {
    String file = written.substring(written.lastIndexOf('/') + 1);
    return file.endsWith(".so") ? file.substring(0, file.length() - 3) : file;
  }
}
