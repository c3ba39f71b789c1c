// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
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
  private final Map<String, SignalboxModule> available = new LinkedHashMap<>();
  private final List<String> unusable = new ArrayList<>();
  private final ClassLoader loader;

  /** What runs while a file is read once more. */
  private final Collection<LoadedModule> running;

  private final Lives lives = new Lives();

  /** By name; replaced as a whole, because it is read while a reload changes it. */
  private volatile Map<String, LoadedModule> loaded = Map.of();

  /** Those of {@link #loaded}: asked for every reply. */
  private volatile ResponseFunction[] responses = {};

  private Bindings bindings = new Bindings();

  /** Offers these modules to the file; each instance serves one configuration only. */
  public Modules(Iterable<? extends SignalboxModule> available) {
    this(Modules.class.getClassLoader(), List.of());
    available.forEach(module -> this.available.put(module.name(), module));
  }

  private Modules(ClassLoader loader, Collection<LoadedModule> running) {
    this.loader = loader;
    this.running = running;
  }

  /**
   * Offers every module that a class loader can find. One that cannot be made is told of when the
   * file asks for a module that is not there.
   *
   * @param loader also the parent of those that jars of the file bring
   */
  public static Modules found(ClassLoader loader) {
    Modules modules = new Modules(loader, List.of());
    Iterator<SignalboxModule> found = ServiceLoader.load(SignalboxModule.class, loader).iterator();
    while (modules.offersNext(found)) {
      // each turn offers one
    }
    return modules;
  }

  private boolean offersNext(Iterator<SignalboxModule> found) {
    try {
      if (!found.hasNext()) {
        return false;
      }
      SignalboxModule module = found.next();
      available.putIfAbsent(module.name(), module);
    } catch (ServiceConfigurationError | LinkageError e) {
      unusable.add(String.valueOf(e.getMessage()));
    }
    return true;
  }

  /** The loaded modules, in the order of their {@code loadmodule} lines. */
  public List<SignalboxModule> loaded() {
    return loaded.values().stream().map(LoadedModule::module).toList();
  }

  /**
   * For reading the file once more while these run: offers the same modules, and jars, which are
   * opened again where their file is no longer the same.
   */
  public Modules again() {
    Modules again = new Modules(loader, loaded.values());
    for (LoadedModule entry : again.running) {
      if (entry.jar() == null) {
        again.available.put(entry.name(), entry.module());
      }
    }
    return again;
  }

  /** The module of a class that can be loaded. */
  public <M extends SignalboxModule> Optional<M> offered(Class<M> type) {
    return available.values().stream().filter(type::isInstance).map(type::cast).findFirst();
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

  /** Closes what a file has opened that will not be used; what runs stays as it is. */
  public void discard() {
    loaded.values().stream()
        .filter(entry -> runs(entry.module()) == null)
        .forEach(LoadedModule::close);
  }

  /**
   * Goes over to what a file that was read {@linkplain #again again} loads: modules whose jar was
   * replaced or is no longer named end, then new ones begin. All others run on as they are. To be
   * called by one thread at a time.
   *
   * @throws ModuleException when a new one refuses; it has ended then, and so has the one in whose
   *     place it should have come
   */
  public void takeOver(Modules again) {
    List<SignalboxModule> wanted = again.loaded();
    List<LivingModule> gone =
        lives.all().stream()
            .filter(living -> living.loaded().jar() != null)
            .filter(living -> !wanted.contains(living.loaded().module()))
            .toList();
    List<LoadedModule> fresh =
        again.loaded.values().stream().filter(entry -> again.runs(entry.module()) == null).toList();
    lives.end(gone);
    keep(entries -> gone.forEach(living -> entries.remove(living.loaded().name())));
    lives.start(lives.init(fresh, bindings));
    keep(entries -> fresh.forEach(entry -> entries.put(entry.name(), entry)));
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

  private @Nullable LoadedModule runs(SignalboxModule module) {
    return running.stream().filter(entry -> entry.module() == module).findFirst().orElse(null);
  }

  /**
   * Loads a module, as {@code loadmodule} does.
   *
   * @param written {@code tm}, {@code tm.so}, a path that ends so, or the path of a jar
   * @return what is wrong, or null
   */
  public @Nullable Refusal load(String written) {
    if (isJar(written)) {
      return loadJar(written);
    }
    String name = nameOf(written);
    SignalboxModule module = available.get(name);
    if (module == null) {
      return refused(
          "unknown-module",
          "could not find module <" + name + "> in <the modules of this server>",
          advice(name));
    }
    return load(module, null);
  }

  private @Nullable String advice(String name) {
    String likely = Suggestion.didYouMean(name, available.keySet());
    return likely != null || unusable.isEmpty()
        ? likely
        : "one cannot be made: " + String.join("; ", unusable);
  }

  private @Nullable Refusal loadJar(String written) {
    Path path = Path.of(written).toAbsolutePath();
    for (LoadedModule entry : running) {
      ModuleJar jar = entry.jar();
      if (jar != null && jar.path().equals(path) && !jar.replaced()) {
        return load(entry.module(), jar);
      }
    }
    try {
      ModuleJar jar = ModuleJar.open(path, loader);
      Refusal refusal = load(jar.module(), jar);
      if (refusal != null) {
        jar.close();
      }
      return refusal;
    } catch (ModuleException e) {
      return refused("bad-module", String.valueOf(e.getMessage()), null);
    }
  }

  private @Nullable Refusal load(SignalboxModule module, @Nullable ModuleJar jar) {
    String name;
    Exports exports;
    try {
      name = module.name();
      exports = module.exports();
    } catch (RuntimeException | LinkageError e) {
      return refused("bad-module", module.getClass().getName() + " exports nothing: " + e, null);
    }
    if (loaded.containsKey(name)) {
      return refused("module-twice", "attempting to load the same module twice", null);
    }
    for (String needed : exports.dependencies()) {
      if (!loaded.containsKey(needed)) {
        return refused(
            "module-missing",
            "module " + name + " needs module " + needed,
            "write loadmodule \"" + needed + ".so\" before this line");
      }
    }
    keep(entries -> entries.put(name, LoadedModule.named(module, exports, jar)));
    return null;
  }

  private static Refusal refused(String code, String cause, @Nullable String help) {
    return new Refusal(code, "failed to load module", cause, help);
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

  /** The function of a loaded module, by name and number of parameters. */
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
    return loaded.values().stream().flatMap(entry -> entry.exports().functions().stream()).toList();
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
    if (!isJar(written)) {
      return loaded.get(nameOf(written));
    }
    Path path = Path.of(written).toAbsolutePath();
    return loaded.values().stream()
        .filter(entry -> entry.jar() != null && entry.jar().path().equals(path))
        .findFirst()
        .orElse(null);
  }

  private static boolean isJar(String written) {
    return written.endsWith(".jar");
  }

  private static String nameOf(String written) {
    String file = written.substring(written.lastIndexOf('/') + 1);
    return file.endsWith(".so") ? file.substring(0, file.length() - 3) : file;
  }
}
