// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.signalbox.rpc.RpcRegistry;
import org.signalbox.script.PosixPattern;
import org.signalbox.script.Suggestion;
import org.signalbox.script.plan.Refusal;
import org.signalbox.script.plan.ScriptFunction;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.transformation.TransformationClass;

/**
 * The modules of one configuration: those that can be loaded, those that are, and their life.
 *
 * <p>Filled on the thread that reads the file; started and stopped on the thread that starts and
 * stops the server.
 */
public final class Modules {
  private static final String FAILED_TO_LOAD = "failed to load module";

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

  /** The same modules for reading the file once more while they run; it can load no other. */
  public Modules again() {
    return new Modules(loaded());
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
    for (LoadedModule entry : loaded.values()) {
      alive.add(entry);
      bindings
          .find(RpcRegistry.class)
          .ifPresent(registry -> entry.exports().commands().forEach(registry::register));
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

  /** Loads a module that every file has without asking for it. */
  public void preload(SignalboxModule module) {
    loaded.put(module.name(), new LoadedModule(module, module.exports(), null));
  }

  /**
   * Loads a module, as {@code loadmodule} does.
   *
   * @param written {@code tm}, {@code tm.so} or a path that ends so
   * @return what is wrong, or null
   */
  public @Nullable Refusal load(String written) {
    String name = nameOf(written);
    SignalboxModule module = available.get(name);
    if (module == null) {
      return new Refusal(
          "unknown-module",
          FAILED_TO_LOAD,
          "could not find module <" + name + "> in <the modules of this server>",
          Suggestion.didYouMean(name, available.keySet()));
    }
    if (loaded.containsKey(name)) {
      return new Refusal(
          "module-twice", FAILED_TO_LOAD, "attempting to load the same module twice", null);
    }
    Exports exports = module.exports();
    for (String needed : exports.dependencies()) {
      if (!loaded.containsKey(needed)) {
        return new Refusal(
            "module-missing",
            FAILED_TO_LOAD,
            "module " + name + " needs module " + needed,
            "write loadmodule \"" + needed + ".so\" before this line");
      }
    }
    loaded.put(name, new LoadedModule(module, exports, new HashMap<>()));
    return null;
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
      return refusedParameter("bad regular expression: " + e.getDescription(), null);
    }
    if (matching.isEmpty()) {
      return refusedParameter(
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

  /** What is wrong with a loaded module once the whole file is read, or null. */
  public @Nullable Refusal problem(String written) {
    LoadedModule entry = loaded.get(nameOf(written));
    String problem = entry == null ? null : entry.module().problem(entry.values());
    return problem == null
        ? null
        : new Refusal(
            "module-parameters",
            "Error while initializing module " + nameOf(written),
            problem,
            null);
  }

  private static Refusal refusedParameter(String cause, @Nullable String help) {
    return new Refusal("module-parameter", "Can't set module parameter", cause, help);
  }

  private static String nameOf(String written) {
    String file = written.substring(written.lastIndexOf('/') + 1);
    return file.endsWith(".so") ? file.substring(0, file.length() - 3) : file;
  }

  /**
   * A loaded module with what the file says about it.
   *
   * @param parameters what {@code modparam} has given; null for one that it does not reach
   */
  private record LoadedModule(
      SignalboxModule module,
      Exports exports,
      @Nullable Map<Parameter<?>, List<Object>> parameters) {

    boolean isReached(Pattern names) {
      return parameters != null && names.matcher(module.name()).find();
    }

    Map<Parameter<?>, List<Object>> given() {
      return parameters == null ? Map.of() : parameters;
    }

    ParameterValues values() {
      return ParameterValues.of(given());
    }

    @Nullable Refusal set(String name, Object value) {
      Parameter<?> parameter = exports.parameters().get(name);
      Parameter.Type type = value instanceof Long ? Parameter.Type.INTEGER : Parameter.Type.STRING;
      if (parameter == null || parameter.type() != type) {
        return refusedParameter(
            "parameter <%s> of type <%s> not found in module <%s>"
                .formatted(name, type, module.name()),
            parameter == null
                ? Suggestion.didYouMean(name, exports.parameters().keySet())
                : "it takes a value of type <" + parameter.type() + ">");
      }
      String problem = parameter.problem(value);
      if (problem != null) {
        return refusedParameter(
            "parameter <%s> of module <%s>: %s".formatted(name, module.name(), problem), null);
      }
      given().computeIfAbsent(parameter, p -> new ArrayList<>()).add(value);
      return null;
    }
  }
}
