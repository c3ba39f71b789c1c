// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.signalbox.rpc.RpcCommand;
import org.signalbox.script.plan.ScriptFunction;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.transformation.TransformationClass;
import org.signalbox.sip.HeaderForm;
import org.signalbox.statistics.Statistic;

/**
 * The export table of a module.
 *
 * @param dependencies names of modules that must be loaded before this one
 * @param parameters what {@code modparam} may set, by name
 * @param functions what scripts may call
 * @param variables what scripts may read and assign
 * @param transformations what scripts may apply to variables
 * @param eventRoutes names of the event routes it runs: {@code keepalive:dst-up}
 * @param statistics names of its counters, without the group, which is the module's name
 * @param counted those that are registered as long as the module lives
 * @param commands what operators may ask it to do
 * @param groups values that they may change while it runs
 * @param responses asked about every reply
 * @param headers parsers that it brings
 * @param coreParameters what a line {@code name = value} may set, by name
 * @param coreFunctions what scripts may call as if it were a command of the core
 * @param libraries what it uses
 */
public record Exports(
    List<String> dependencies,
    Map<String, Parameter<?>> parameters,
    List<ScriptFunction> functions,
    List<VariableFamily> variables,
    List<TransformationClass> transformations,
    Set<String> eventRoutes,
    Set<String> statistics,
    List<Statistic> counted,
    List<RpcCommand> commands,
    List<RuntimeGroup> groups,
    List<ResponseFunction> responses,
    List<HeaderForm<?>> headers,
    Map<String, Parameter<?>> coreParameters,
    List<ScriptFunction> coreFunctions,
    List<LibraryNeed> libraries) {

  public Exports {
    dependencies = List.copyOf(dependencies);
    parameters = Map.copyOf(parameters);
    functions = List.copyOf(functions);
    variables = List.copyOf(variables);
    transformations = List.copyOf(transformations);
    eventRoutes = Set.copyOf(eventRoutes);
    statistics = Set.copyOf(statistics);
    counted = List.copyOf(counted);
    commands = List.copyOf(commands);
    groups = List.copyOf(groups);
    responses = List.copyOf(responses);
    headers = List.copyOf(headers);
    coreParameters = Map.copyOf(coreParameters);
    coreFunctions = List.copyOf(coreFunctions);
    libraries = List.copyOf(libraries);
  }

  /** Begins an empty table. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects a table. Not thread-safe. */
  public static final class Builder {
    private final List<String> dependencies = new ArrayList<>();
    private final Map<String, Parameter<?>> parameters = new LinkedHashMap<>();
    private final List<ScriptFunction> functions = new ArrayList<>();
    private final List<VariableFamily> variables = new ArrayList<>();
    private final List<TransformationClass> transformations = new ArrayList<>();
    private final Set<String> eventRoutes = new LinkedHashSet<>();
    private final Set<String> statistics = new LinkedHashSet<>();
    private final List<Statistic> counted = new ArrayList<>();
    private final List<RpcCommand> commands = new ArrayList<>();
    private final List<RuntimeGroup> groups = new ArrayList<>();
    private final List<ResponseFunction> responses = new ArrayList<>();
    private final List<HeaderForm<?>> headers = new ArrayList<>();
    private final Map<String, Parameter<?>> coreParameters = new LinkedHashMap<>();
    private final List<ScriptFunction> coreFunctions = new ArrayList<>();
    private final List<LibraryNeed> libraries = new ArrayList<>();

    private Builder() {}

    /** The named module must be loaded before this one. */
    public Builder needs(String module) {
      dependencies.add(module);
      return this;
    }

    /**
     * Needs an internal library.
     *
     * @param version the oldest that will do: {@code 1.0}
     */
    public Builder needsLibrary(String name, String version) {
      libraries.add(LibraryNeed.of(name, version));
      return this;
    }

    /** Offers parameters. */
    public Builder parameters(Parameter<?>... offered) {
      add(parameters, offered);
      return this;
    }

    /**
     * Offers parameters that the file sets by a line {@code name = value} of their own, behind the
     * {@code loadmodule} of the module; read like the others.
     */
    public Builder coreParameters(Parameter<?>... offered) {
      add(coreParameters, offered);
      return this;
    }

    private static void add(Map<String, Parameter<?>> table, Parameter<?>... offered) {
      for (Parameter<?> parameter : offered) {
        if (table.put(parameter.name(), parameter) != null) {
          throw new ModuleException("parameter " + parameter.name() + " is exported twice");
        }
      }
    }

    /** Offers functions that come before those of other modules. */
    public Builder coreFunctions(ScriptFunction... offered) {
      coreFunctions.addAll(List.of(offered));
      return this;
    }

    /** Offers functions. */
    public Builder functions(ScriptFunction... offered) {
      functions.addAll(List.of(offered));
      return this;
    }

    /** Offers variables. */
    public Builder variables(VariableFamily... offered) {
      variables.addAll(List.of(offered));
      return this;
    }

    /** Offers transformations. */
    public Builder transformations(TransformationClass... offered) {
      transformations.addAll(List.of(offered));
      return this;
    }

    /** Names event routes that the module runs. */
    public Builder eventRoutes(String... names) {
      eventRoutes.addAll(List.of(names));
      return this;
    }

    /** Offers statistics: registered before {@code init}, removed after {@code destroy}. */
    public Builder statistics(Statistic... offered) {
      for (Statistic statistic : offered) {
        counted.add(statistic);
        statistics.add(statistic.name());
      }
      return this;
    }

    /** Names counters that the module registers by itself. */
    public Builder statistics(String... names) {
      statistics.addAll(List.of(names));
      return this;
    }

    /** Offers RPC commands. */
    public Builder commands(RpcCommand... offered) {
      commands.addAll(List.of(offered));
      return this;
    }

    /** Offers values that operators change while the server runs. */
    public Builder groups(RuntimeGroup... offered) {
      groups.addAll(List.of(offered));
      return this;
    }

    /** Asks to see every reply. */
    public Builder responses(ResponseFunction... offered) {
      responses.addAll(List.of(offered));
      return this;
    }

    /** Registers parsers of headers, under which other modules find them too. */
    public Builder headers(HeaderForm<?>... offered) {
      headers.addAll(List.of(offered));
      return this;
    }

    /** The finished table. */
    public Exports build() {
      return new Exports(
          dependencies,
          parameters,
          functions,
          variables,
          transformations,
          eventRoutes,
          statistics,
          counted,
          commands,
          groups,
          responses,
          headers,
          coreParameters,
          coreFunctions,
          libraries);
    }
  }
}
