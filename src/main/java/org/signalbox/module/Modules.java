// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.PosixPattern;
import org.signalbox.script.Suggestion;
import org.signalbox.script.plan.Refusal;
import org.signalbox.script.plan.ScriptFunction;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.transformation.TransformationClass;
import org.signalbox.sip.HeaderForm;
import org.signalbox.sip.SipResponse;

/**
 * The modules of one configuration: those that can be loaded, those that are, and their life.
 *
 * <p>Filled on the thread that reads the file; started and stopped on the thread that starts and
 * stops the server.
 */
public final class Modules {
  private final Shelf shelf;
  private final Libraries libraries;
  private final Lives lives;

  /** By name; replaced as a whole, because it is read while a reload changes it. */
  private volatile Map<String, LoadedModule> loaded = Map.of();

  /** Those of {@link #loaded}: asked for every reply. */
  private volatile ResponseFunction[] responses = {};

  private Bindings bindings = new Bindings();

  /** Offers these modules to the file; each instance serves one configuration only. */
  public Modules(Iterable<? extends SignalboxModule> available) {
    this(new Shelf(Modules.class.getClassLoader(), List.of()), new Libraries());
    available.forEach(shelf::put);
  }

  private Modules(Shelf shelf, Libraries libraries) {
    this.shelf = shelf;
    this.libraries = libraries;
    this.lives = new Lives(libraries);
  }

  /**
   * Offers every module that a class loader can find. One that cannot be made is told of when the
   * file asks for a module that is not there.
   *
   * @param loader also the parent of those that jars of the file bring
   */
  public static Modules found(ClassLoader loader) {
    Modules modules = new Modules(new Shelf(loader, List.of()), new Libraries());
    modules.shelf.putFound();
    return modules;
  }

  /** The loaded modules, in the order of their {@code loadmodule} lines. */
  public List<SignalboxModule> loaded() {
    return loaded.values().stream().map(LoadedModule::module).toList();
  }

  /**
   * For reading the file once more while these run: offers the same modules, those that the server
   * has besides, and jars, which are opened again where their file is no longer the same.
   */
  public Modules again() {
    Shelf next = new Shelf(shelf.loader(), loaded.values());
    next.putFound();
    return new Modules(next, libraries);
  }

  /** The values of loaded modules that can be changed while they run, in load order. */
  public List<RuntimeGroup> groups() {
    return loaded.values().stream().flatMap(entry -> entry.exports().groups().stream()).toList();
  }

  /** The module of a class that can be loaded. */
  public <M extends SignalboxModule> Optional<M> offered(Class<M> type) {
    return shelf.found().stream().filter(type::isInstance).map(type::cast).findFirst();
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
   * Initialises every loaded module, in load order, and registers its RPC commands.
   *
   * @throws ModuleException naming the module that refuses; what was initialised is then destroyed
   */
  public void init(Bindings bindings) {
    this.bindings = bindings;
    lives.init(loaded.values(), bindings);
  }

  /**
   * Starts every initialised module, in load order.
   *
   * @throws ModuleException naming the module that refuses; all modules are then destroyed
   */
  public void start() {
    lives.start(lives.all());
  }

  /**
   * Destroys every initialised module, in reverse order; one that fails does not stop the others.
   */
  public void destroy() {
    lives.end(lives.all());
    discard();
  }

  /** Closes the jars that a file has opened and that will not be used; what runs stays open. */
  public void discard() {
    shelf.close();
  }

  /**
   * Goes over to what a file that was read {@linkplain #again again} loads: modules whose jar was
   * replaced or is no longer named end, then new ones begin. All others run on as they are. To be
   * called by one thread at a time.
   *
   * @return those that have begun, in load order
   * @throws ModuleException when a new one refuses; it has ended then, and so has the one in whose
   *     place it should have come
   */
  public List<SignalboxModule> takeOver(Modules again) {
    List<SignalboxModule> wanted = again.loaded();
    List<LivingModule> gone =
        lives.all().stream()
            .filter(living -> living.loaded().jar() != null)
            .filter(living -> !wanted.contains(living.loaded().module()))
            .toList();
    List<LoadedModule> fresh =
        again.loaded.values().stream().filter(entry -> !again.shelf.runs(entry.module())).toList();
    lives.end(gone);
    keep(entries -> gone.forEach(living -> entries.remove(living.loaded().name())));
    lives.start(lives.init(fresh, bindings));
    keep(entries -> fresh.forEach(entry -> entries.put(entry.name(), entry)));
    return fresh.stream().map(LoadedModule::module).toList();
  }

  /**
   * The parameters, as {@code module.parameter}, to which a file that was read {@linkplain #again
   * again} gives other values than those that the modules run with.
   */
  public List<String> changed(Modules again) {
    return again.loaded.values().stream()
        .flatMap(
            next -> {
              LoadedModule running = loaded.get(next.name());
              return running == null || running.module() != next.module()
                  ? Stream.empty()
                  : running.changed(next).map(name -> next.name() + "." + name);
            })
        .toList();
  }

  private void keep(Consumer<Map<String, LoadedModule>> change) {
    Map<String, LoadedModule> changed = new LinkedHashMap<>(loaded);
    change.accept(changed);
    loaded = Collections.unmodifiableMap(changed);
    responses =
        changed.values().stream()
            .flatMap(entry -> entry.exports().responses().stream())
            .toArray(ResponseFunction[]::new);
  }

  /** Loads a module that every file has without asking for it. */
  public void preload(SignalboxModule module) {
    LoadedModule entry = LoadedModule.always(module);
    keep(entries -> entries.put(entry.name(), entry));
  }

  /**
   * Loads every module that is {@linkplain SignalboxModule#partOfCore part of the core}.
   *
   * @return what is wrong, for each that cannot be loaded
   */
  public List<Refusal> preloadParts() {
    return shelf.found().stream()
        .filter(SignalboxModule::partOfCore)
        .map(module -> load(module.name()))
        .filter(Objects::nonNull)
        .toList();
  }

  /**
   * Loads a module, as {@code loadmodule} does.
   *
   * @param written {@code tm}, {@code tm.so}, a path that ends so, or the path of a jar
   * @return what is wrong, or null
   */
  public @Nullable Refusal load(String written) {
    try {
      Shelf.Offer offer = shelf.offer(written);
      String name = offer.module().name();
      if (loaded.containsKey(name)) {
        return Shelf.refusal("module-twice", "attempting to load the same module twice", null);
      }
      for (String needed : offer.exports().dependencies()) {
        if (!loaded.containsKey(needed)) {
          return Shelf.refusal(
              "module-missing",
              "module " + name + " needs module " + needed,
              "write loadmodule \"" + needed + ".so\" before this line");
        }
      }
      LoadedModule entry = LoadedModule.of(offer);
      libraries.resolve(entry.exports().libraries(), entry.loader());
      keep(entries -> entries.put(name, entry));
      return null;
    } catch (Shelf.RefusedException e) {
      return e.refusal();
    } catch (ModuleException e) {
      return Shelf.refusal("library-missing", String.valueOf(e.getMessage()), null);
    }
  }

  /**
   * The core parameters that a module will bring when it is loaded; none when it cannot be. The
   * grammar asks for them when it meets the {@code loadmodule} line.
   *
   * @param written as for {@link #load}
   */
  public Set<String> coreParametersOf(String written) {
    try {
      return shelf.offer(written).exports().coreParameters().keySet();
    } catch (Shelf.RefusedException e) {
      return Set.of(); // told when the module is loaded
    }
  }

  /** The names of the core parameters that loaded modules have brought. */
  public Set<String> coreParameters() {
    return loaded.values().stream()
        .flatMap(entry -> entry.exports().coreParameters().keySet().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Sets a core parameter that a loaded module has brought.
   *
   * @param value a Long or a String
   * @return what is wrong, or null
   */
  public @Nullable Refusal setCore(String name, Object value) {
    for (LoadedModule entry : loaded.values()) {
      Parameter<?> parameter = entry.exports().coreParameters().get(name);
      if (parameter != null) {
        return entry.setCore(parameter, value);
      }
    }
    return new Refusal("unknown-parameter", "unknown parameter " + name, null, null);
  }

  /**
   * Sets a parameter of every loaded module whose name matches, as {@code modparam} does.
   *
   * @param names a POSIX extended regular expression for whole names, case ignored
   * @param value a Long or a String
   * @return what is wrong, or null
   */
  public @Nullable Refusal set(String names, String parameter, Object value) {
    List<LoadedModule> matching;
    try {
      Pattern pattern = PosixPattern.compile("^(" + names + ")$", true);
      matching = loaded.values().stream().filter(entry -> entry.isReached(pattern)).toList();
    } catch (PatternSyntaxException e) {
      return LoadedModule.refused("bad regular expression: " + e.getDescription(), null);
    }
    if (matching.isEmpty()) {
      return LoadedModule.refused(
          "No module matching <" + names + "> found",
          Suggestion.didYouMean(names, loaded.keySet()));
    }
    for (LoadedModule entry : matching) {
      Refusal refusal = entry.set(parameter, value);
      if (refusal != null) {
        return refusal;
      }
    }
    return null;
  }

  /**
   * The function of a loaded module, by name and number of parameters; those that extend the core
   * come first.
   */
  public @Nullable ScriptFunction function(String name, int arity) {
    for (ScriptFunction function : functions()) {
      if (function.signature().name().equals(name) && function.signature().arity() == arity) {
        return function;
      }
    }
    return null;
  }

  /** The functions of all loaded modules. */
  public List<ScriptFunction> functions() {
    return Stream.concat(
            loaded.values().stream().flatMap(entry -> entry.exports().coreFunctions().stream()),
            loaded.values().stream().flatMap(entry -> entry.exports().functions().stream()))
        .toList();
  }

  /** The variables of a loaded module that a name stands for. */
  public @Nullable VariableFamily variables(String name) {
    return loaded.values().stream()
        .flatMap(entry -> entry.exports().variables().stream())
        .filter(family -> family.names().contains(name))
        .findFirst()
        .orElse(null);
  }

  /** The transformations of all loaded modules. */
  public List<TransformationClass> transformations() {
    return loaded.values().stream()
        .flatMap(entry -> entry.exports().transformations().stream())
        .toList();
  }

  /** The parser that a loaded module has registered for a header, by its name in any case. */
  public <T> Optional<HeaderForm<T>> header(String name, Class<T> type) {
    return loaded.values().stream()
        .flatMap(entry -> entry.exports().headers().stream())
        .filter(form -> form.name().equalsIgnoreCase(name))
        .flatMap(form -> form.as(type).stream())
        .findFirst();
  }

  /** Whether the response function of a loaded module takes a reply. */
  public boolean take(SipResponse reply) {
    for (ResponseFunction function : responses) {
      if (function.takes(reply)) {
        return true;
      }
    }
    return false;
  }

  /** The extra workers of all modules, for display. */
  public List<ExtraWorkers.State> extraWorkers() {
    return lives.all().stream().flatMap(module -> module.workers().states().stream()).toList();
  }

  /** What is wrong with a loaded module once the whole file is read, or null. */
  public @Nullable Refusal problem(String written) {
    LoadedModule entry = entry(written);
    if (entry == null) {
      return null;
    }
    String problem = entry.module().problem(entry.values());
    return problem == null
        ? null
        : new Refusal(
            "module-parameters", "Error while initializing module " + entry.name(), problem, null);
  }

  private @Nullable LoadedModule entry(String written) {
    if (!Shelf.isJar(written)) {
      return loaded.get(Shelf.nameOf(written));
    }
    Path path = Path.of(written);
    return loaded.values().stream()
        .filter(entry -> entry.jar() != null && entry.jar().path().equals(path))
        .findFirst()
        .orElse(null);
  }
}
