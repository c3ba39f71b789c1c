// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.Problem;
import org.signalbox.script.Problems;
import org.signalbox.script.Source;
import org.signalbox.script.Span;
import org.signalbox.script.StaticText;
import org.signalbox.script.run.Releases;
import org.signalbox.script.run.Route;
import org.signalbox.script.run.Script;
import org.signalbox.script.run.Step;
import org.signalbox.script.syntax.Item;
import org.signalbox.script.syntax.Item.Literal;
import org.signalbox.script.syntax.ScriptFile;

/** Resolves a file against its surroundings, item by item in the order of the file. */
public final class Planner {
  private final Surroundings surroundings;
  private final Problems problems;
  private final StaticText statics;
  private final Planning planning;
  private final List<Item.Listen> listens = new ArrayList<>();
  private final List<Item.Alias> aliases = new ArrayList<>();
  private final Span begin;
  private boolean refused;
  private final Map<String, UserGlobal> globals = new LinkedHashMap<>();
  private final Map<String, Span> modules = new LinkedHashMap<>();
  private final FlagNames flags = new FlagNames();

  private Planner(Source main, ScriptFile file, Surroundings surroundings, Problems problems) {
    this.surroundings = surroundings;
    this.problems = problems;
    this.begin = new Span(main, 0, 0);
    this.statics = new StaticText(System::getenv, file.defines()::get);
    this.planning =
        new Planning(
            surroundings,
            problems,
            new Resolver(surroundings, file.defines()),
            new RouteTable(),
            flags.all(),
            new Releases());
  }

  /**
   * Plans a file and what it includes; every mistake goes to the problems, and the plan is then of
   * no use.
   */
  public static Plan plan(
      Source main, ScriptFile file, Surroundings surroundings, Problems problems) {
    Planner planner = new Planner(main, file, surroundings, problems);
    file.items().forEach(planner::item);
    return planner.finished();
  }

  private Plan finished() {
    modules.forEach((name, span) -> note(surroundings.complete(name), span));
    List<Route> routes = planning.routes().linked(problems);
    Script script =
        new Script(routes, surroundings.limits(), surroundings.log(), begin, planning.releases());
    return new Plan(listens, aliases, flags.all(), globals, script, planning.resolver());
  }

  private void item(Item item) {
    if (item instanceof Item.Setting setting) {
      note(surroundings.set(setting.name(), setting.value()), setting.value().span());
    } else if (item instanceof Item.Listen listen) {
      listens.add(listen);
    } else if (item instanceof Item.Alias alias) {
      aliases.add(alias);
    } else if (item instanceof Item.LoadModule module) {
      load(module);
    } else if (item instanceof Item.ModuleParameter parameter) {
      moduleParameter(parameter);
    } else if (item instanceof Item.Flag flag) {
      flags.declare(flag, problems);
    } else if (item instanceof Item.Global global) {
      global(global);
    } else if (item instanceof Item.Route route && surroundings.runsRoutes()) {
      route(route);
    } else if (item instanceof Item.Route route && !refused) {
      refused = true;
      problems.add(
          Problem.error("routes", route.span(), "routes are not run yet")
              .helped("without them the application's servlet answers every request"));
    }
  }

  private void route(Item.Route route) {
    StatementPlanner statements = new StatementPlanner(planning, route.kind());
    List<Step> steps = statements.steps(route.body());
    planning.routes().define(route.kind(), route.name(), route.span(), steps, problems);
  }

  private void load(Item.LoadModule module) {
    String name = module.expand() ? statics.expand(module.name()) : module.name();
    Refusal refusal =
        name == null
            ? noValue(module.name(), "failed to load module")
            : surroundings.loadModule(name);
    note(refusal, module.span());
    if (name != null && refusal == null) {
      modules.put(name, module.span());
    }
  }

  private void moduleParameter(Item.ModuleParameter parameter) {
    Literal value = parameter.expand() ? expanded(parameter.value()) : parameter.value();
    if (value == null) {
      note(noValue("the value", "Can't set module parameter"), parameter.value().span());
      return;
    }
    note(
        surroundings.setModuleParameter(parameter.modules(), parameter.name(), value),
        Span.between(parameter.modulesSpan(), parameter.value().span()));
  }

  private @Nullable Literal expanded(Literal value) {
    String written = null;
    if (value instanceof Literal.Text text) {
      written = text.value();
    } else if (value instanceof Literal.Variable variable) {
      written = variable.text();
    }
    if (written == null) {
      return value;
    }
    String expanded = statics.expand(written);
    return expanded == null ? null : new Literal.Text(value.span(), expanded);
  }

  private static Refusal noValue(String what, String message) {
    return new Refusal(
        "no-value",
        message,
        what + " uses a variable that has no value while the file is read",
        "$env(NAME) and $def(NAME) have one");
  }

  private void global(Item.Global item) {
    boolean number = item.value() instanceof Literal.Numeral;
    String value = "";
    if (item.value() instanceof Literal.Numeral given) {
      value = String.valueOf(given.value());
    } else if (item.value() instanceof Literal.Text given) {
      value = given.value();
    }
    UserGlobal global =
        new UserGlobal(
            item.group(),
            item.instance(),
            item.name(),
            value,
            number,
            Objects.requireNonNullElse(item.description(), ""));
    surroundings.declare(global);
    if (globals.putIfAbsent(global.key(), global) != null) {
      problems.add(
          Problem.error("duplicate-global", item.span(), "variable cannot be declared")
              .because("variable already exists: " + global.key()));
    }
  }

  private void note(@Nullable Refusal refusal, Span span) {
    if (refusal != null) {
      problems.add(refusal.at(span));
    }
  }
}
