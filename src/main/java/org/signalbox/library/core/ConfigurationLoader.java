// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import java.util.List;
import org.signalbox.module.Modules;
import org.signalbox.routing.LogPrefix;
import org.signalbox.script.Problem;
import org.signalbox.script.ProblemReport;
import org.signalbox.script.Problems;
import org.signalbox.script.Source;
import org.signalbox.script.Span;
import org.signalbox.script.plan.Plan;
import org.signalbox.script.plan.Planner;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.script.run.RunLog;
import org.signalbox.script.syntax.Parser;
import org.signalbox.script.syntax.ScriptFile;
import org.signalbox.timer.TimeSource;

/**
 * Reads a configuration file and everything it includes.
 *
 * <p>Nothing is opened, started or changed: the same loader checks a file. Host names in {@code
 * listen} are looked up, so the call may block. One loader reads one file, once.
 */
public final class ConfigurationLoader {
  private final Modules modules;
  private final RunLog log;

  /**
   * Prepares to read a file whose script will tell its faults in the server's log.
   *
   * @param modules those that the file may load
   */
  public ConfigurationLoader(Modules modules) {
    this(modules, new ScriptLog(TimeSource.SYSTEM));
  }

  /**
   * Prepares to read.
   *
   * @param modules those that the file may load
   * @param log where the finished script tells its faults
   */
  public ConfigurationLoader(Modules modules, RunLog log) {
    this.modules = modules;
    this.log = log;
  }

  /**
   * Reads a file.
   *
   * @param file its text
   * @param defines what {@code -A} gives, each {@code NAME} or {@code NAME=VALUE}
   */
  public Loading load(Source file, List<String> defines) {
    CoreModule core = modules.offered(CoreModule.class).orElseGet(CoreModule::new);
    modules.preload(core);
    Problems problems = new Problems();
    modules.preloadParts().forEach(refusal -> problems.add(refusal.at(new Span(file, 0, 0))));
    CoreSurroundings surroundings = new CoreSurroundings(modules, core, log);
    ScriptFile tree = Parser.parse(file, defines, surroundings, problems);
    Plan plan = Planner.plan(file, tree, surroundings, problems);
    CoreParameters parameters = surroundings.parameters();
    LogPrefix prefix = logPrefix(parameters, plan, file, problems);
    List<ListenAddress> listens = new ListenAddresses(parameters, problems).resolve(plan.listens());
    if (problems.errors() > 0) {
      modules.discard();
      plan.script().releases().run();
      return new Loading.Refused(problems.list(), ProblemReport.of(problems));
    }
    Configuration configuration =
        new Configuration(
            file.name(),
            listens,
            Aliases.of(plan.aliases(), listens, parameters),
            parameters,
            plan.flags(),
            surroundings.globals(),
            plan.script(),
            prefix,
            tree.defines(),
            modules);
    return new Loading.Loaded(configuration, problems.list(), ProblemReport.of(problems));
  }

  /** What a file says once it is preprocessed, be it right or wrong; loads no module. */
  public String evaluated(Source file, List<String> defines) {
    CoreSurroundings vocabulary = new CoreSurroundings(modules, new CoreModule(), log);
    return Parser.evaluated(file, defines, vocabulary, new Problems());
  }

  private static LogPrefix logPrefix(
      CoreParameters parameters, Plan plan, Source file, Problems problems) {
    String written = parameters.text(CoreParameter.LOG_PREFIX);
    try {
      boolean eachLine = parameters.on(CoreParameter.LOG_PREFIX_MODE);
      return new MessagePrefix(plan.resolver().format(written), eachLine);
    } catch (Unresolvable e) {
      Span place = new Span(file, 0, 0);
      problems.add(Problem.error("bad-format", place, "wrong log_prefix").because(e.getMessage()));
      return frame -> "";
    }
  }
}
