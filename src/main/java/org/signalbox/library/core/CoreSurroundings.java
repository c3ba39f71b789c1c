// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Modules;
import org.signalbox.routing.RequestTarget;
import org.signalbox.script.plan.Refusal;
import org.signalbox.script.plan.ScriptFunction;
import org.signalbox.script.plan.Surroundings;
import org.signalbox.script.plan.UserGlobal;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.run.Limits;
import org.signalbox.script.run.Operand;
import org.signalbox.script.run.RunLog;
import org.signalbox.script.run.Variable;
import org.signalbox.script.syntax.Item.Literal;
import org.signalbox.script.transformation.TransformationTable;
import org.signalbox.script.transformation.UriText;
import org.signalbox.script.variable.BuiltInVariables;
import org.signalbox.script.variable.Selects;

/**
 * The global parameters and the modules of this server, as a file that is being read meets them.
 */
final class CoreSurroundings implements Surroundings {
  private static final Selects SELECTS =
      new Selects(frame -> UriText.parse(RequestTarget.ruri(frame)));

  private final Modules modules;
  private static final String GLOBALS = "@cfg_get.";

  private final UserGlobals globals = new UserGlobals();
  private final RunLog log;
  private final CoreModule core;

  /** Core parameters of modules that the grammar has met. */
  private final Set<String> added = new HashSet<>();

  private CoreParameters parameters = CoreParameters.DEFAULTS;

  CoreSurroundings(Modules modules, CoreModule core, RunLog log) {
    this.core = core;
    this.modules = modules;
    this.log = log;
    added.addAll(modules.coreParameters());
  }

  /** What the file has said so far. */
  CoreParameters parameters() {
    return parameters;
  }

  /** The file's own values so far. */
  UserGlobals globals() {
    return globals;
  }

  @Override
  public boolean isParameter(String word) {
    return CoreParameter.named(word).isPresent() || added.contains(word);
  }

  @Override
  public boolean isReserved(String word) {
    return CoreParameter.named(word).filter(CoreParameter::reserved).isPresent()
        || added.contains(word);
  }

  @Override
  public Collection<String> names() {
    Set<String> names = new HashSet<>(CoreParameter.allNames());
    names.addAll(added);
    return names;
  }

  @Override
  public void meets(String module) {
    added.addAll(modules.coreParametersOf(module));
  }

  @Override
  public @Nullable Refusal set(String name, Literal value) {
    CoreParameter parameter = CoreParameter.named(name).orElse(null);
    if (parameter == null && modules.coreParameters().contains(name)) {
      Object plain = ParameterRules.plain(value);
      return plain == null
          ? new Refusal("bad-value", "number or string expected", null, null)
          : modules.setCore(name, plain);
    }
    if (parameter == null) {
      // kemi.*: callbacks for scripts in other languages
      CoreLog.LOG.parameterIgnored(name);
      return null;
    }
    Object given = ParameterRules.accepted(parameter.form(), value);
    if (given == null) {
      return new Refusal("bad-value", parameter.form().complaint(), null, null);
    }
    String problem = ParameterRules.problem(parameter, given);
    if (problem != null) {
      return new Refusal("bad-value", problem, null, null);
    }
    if (parameter.treatment() == CoreParameter.Treatment.IGNORED && !parameters.given(parameter)) {
      CoreLog.LOG.parameterIgnored(name);
    }
    parameters = parameters.with(parameter, given);
    return null;
  }

  @Override
  public @Nullable Refusal loadModule(String name) {
    Refusal refusal = modules.load(name);
    for (String parameter : modules.coreParametersOf(name)) {
      if (refusal == null && CoreParameter.named(parameter).isPresent()) {
        return new Refusal(
            "parameter-twice",
            "failed to load module",
            "the core has a parameter " + parameter + " already",
            null);
      }
    }
    return refusal;
  }

  @Override
  public @Nullable Refusal setModuleParameter(String names, String name, Literal value) {
    Object given = ParameterRules.plain(value);
    return given == null
        ? new Refusal("bad-value", "invalid modparam arguments", null, null)
        : modules.set(names, name, given);
  }

  @Override
  public @Nullable Refusal complete(String module) {
    return modules.problem(module);
  }

  @Override
  public boolean runsRoutes() {
    return true;
  }

  @Override
  public @Nullable ScriptFunction function(String name, int arity) {
    return modules.function(name, arity);
  }

  @Override
  public Set<String> functionNames() {
    return modules.functions().stream()
        .map(function -> function.signature().name())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public @Nullable ScriptFunction command(String name, int arity) {
    return name.equals("cfg_select") ? SelectedGroups.select(globals) : core.command(name, arity);
  }

  @Override
  public @Nullable VariableFamily variables(String name) {
    VariableFamily builtIn = BuiltInVariables.named(name);
    return builtIn != null ? builtIn : modules.variables(name);
  }

  @Override
  public TransformationTable transformations() {
    return new TransformationTable(modules.transformations());
  }

  @Override
  public void declare(UserGlobal global) {
    globals.declare(global);
  }

  @Override
  public @Nullable Variable select(String text) {
    String name = text.startsWith(GLOBALS) ? text.substring(GLOBALS.length()) : "";
    Variable own = name.startsWith("core.") ? coreValue(name.substring(5)) : globals.variable(name);
    Variable found = own != null ? own : TargetSelects.named(text);
    return found != null ? found : SELECTS.named(text);
  }

  /** A parameter of the core as it is when the script reads it. */
  private @Nullable Variable coreValue(String name) {
    return CoreParameter.named(name)
        .filter(parameter -> parameter.initial() instanceof Long)
        .<Variable>map(
            parameter -> (frame, into) -> into.set(String.valueOf(core.globals().integer(name))))
        .orElse(null);
  }

  @Override
  public @Nullable Variable subject(String name) {
    return core.conditions().subject(name);
  }

  @Override
  public @Nullable Operand myself(String subject) {
    return core.conditions().myself(subject);
  }

  @Override
  public Limits limits() {
    return new Limits(
        parameters.integer(CoreParameter.MAX_WHILE_LOOPS),
        parameters.integer(CoreParameter.MAX_RECURSIVE_LEVEL),
        parameters.number(CoreParameter.RETURN_MODE) == 1);
  }

  @Override
  public RunLog log() {
    return log;
  }
}
