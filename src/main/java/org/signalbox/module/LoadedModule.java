// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.Suggestion;
import org.signalbox.script.plan.Refusal;

/**
 * A loaded module with what the file says about it.
 *
 * @param parameters what {@code modparam} has given; null for one that it does not reach
 * @param jar where it comes from; null for one that the server found by itself
 */
record LoadedModule(
    SignalboxModule module,
    Exports exports,
    @Nullable Map<Parameter<?>, List<Object>> parameters,
    @Nullable ModuleJar jar) {

  /** One that {@code loadmodule} names. */
  static LoadedModule of(Shelf.Offer offer) {
    return new LoadedModule(offer.module(), offer.exports(), new HashMap<>(), offer.jar());
  }

  /** One that every file has. */
  static LoadedModule always(SignalboxModule module) {
    return new LoadedModule(module, module.exports(), null, null);
  }

  /** Closes the class loader of one that has its own. */
  void close() {
    ModuleJar own = jar;
    if (own != null) {
      own.close();
    }
  }

  /** Whose classes it sees. */
  ClassLoader loader() {
    return module.getClass().getClassLoader();
  }

  String name() {
    return module.name();
  }

  boolean isReached(Pattern names) {
    return parameters != null && names.matcher(name()).find();
  }

  ParameterValues values() {
    return ParameterValues.of(given());
  }

  /** The names of the parameters to which a file gives other values now. */
  Stream<String> changed(LoadedModule next) {
    return Stream.concat(given().keySet().stream(), next.given().keySet().stream())
        .distinct()
        .filter(each -> !Objects.equals(given().get(each), next.given().get(each)))
        .map(Parameter::name)
        .sorted();
  }

  private Map<Parameter<?>, List<Object>> given() {
    return parameters == null ? Map.of() : parameters;
  }

  /** Takes what a {@code modparam} gives, or says why not. */
  @Nullable Refusal set(String name, Object value) {
    Parameter<?> parameter = exports.parameters().get(name);
    Parameter.Type type = value instanceof Long ? Parameter.Type.INTEGER : Parameter.Type.STRING;
    if (parameter == null || !parameter.takes(type)) {
      return refused(
          "parameter <%s> of type <%s> not found in module <%s>".formatted(name, type, name()),
          parameter == null
              ? Suggestion.didYouMean(name, exports.parameters().keySet())
              : "it takes a value of type <" + parameter.type() + ">");
    }
    String problem = taken(parameter, value);
    return problem == null
        ? null
        : refused("parameter <%s> of module <%s>: %s".formatted(name, name(), problem), null);
  }

  /** Takes what a line {@code name = value} gives to a core parameter, or says why not. */
  @Nullable Refusal setCore(Parameter<?> parameter, Object value) {
    boolean number = value instanceof Long;
    String problem =
        number == (parameter.type() == Parameter.Type.INTEGER)
            ? taken(parameter, value)
            : number ? "string value expected" : "number expected";
    return problem == null
        ? null
        : new Refusal("bad-value", problem, "core parameter of module " + name(), null);
  }

  private @Nullable String taken(Parameter<?> parameter, Object value) {
    String problem = parameter.problem(value);
    if (problem == null) {
      if (parameter.disobeys(value)) {
        ModuleLog.LOG.withoutEffect(parameter.name(), name(), value);
      }
      given().computeIfAbsent(parameter, p -> new ArrayList<>()).add(value);
    }
    return problem;
  }

  static Refusal refused(String cause, @Nullable String help) {
    return new Refusal("module-parameter", "Can't set module parameter", cause, help);
  }
}
