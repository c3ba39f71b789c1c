// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.pv;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Port;
import org.signalbox.routing.Globals;
import org.signalbox.routing.RequestTarget;
import org.signalbox.script.plan.Resolver;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.plan.VariableIndex;
import org.signalbox.script.run.TextFormat;
import org.signalbox.script.run.Variable;
import org.signalbox.script.variable.CountedVariable;
import org.signalbox.script.variable.VariableTable;
import org.signalbox.script.variable.VariableTable.Keys;
import org.signalbox.statistics.Statistic;
import org.signalbox.statistics.Statistics;

/** The process, the version, and variables about variables (variables.md §10, §12). */
final class ServerVariables {
  /** The release whose language this is; scripts compare with it. */
  private static final String VERSION = "5.6.3";

  private static final int VERSION_NUMBER = 5_006_003;

  /** Characters that are awkward to write inside a script's text. */
  private static final Map<String, String> CHARACTERS =
      Map.ofEntries(
          Map.entry("En", "\n"),
          Map.entry("Er", "\r"),
          Map.entry("Et", "\t"),
          Map.entry("Es", " "),
          Map.entry("Ec", ","),
          Map.entry("Eq", "\""),
          Map.entry("Ek", "'"),
          Map.entry("Ei", ":"),
          Map.entry("Ej", ";"),
          Map.entry("Eb", "\\"),
          Map.entry("Ev", "`"));

  private final Port<Globals> globals;
  private final Port<Statistics> statistics;

  ServerVariables(Port<Globals> globals, Port<Statistics> statistics) {
    this.globals = globals;
    this.statistics = statistics;
  }

  VariableFamily family() {
    VariableTable.Builder table = VariableTable.builder();
    CHARACTERS.forEach((name, text) -> table.text(name, frame -> text));
    long pid = ProcessHandle.current().pid();
    return table
        .number("true", frame -> 1)
        .number("pp", frame -> pid)
        .number("sid", frame -> globals.get().integer("server_id"))
        .keyed(
            "version",
            new Keys()
                .text("num", frame -> VERSION)
                .text("full", frame -> "signalbox (as kamailio " + VERSION + ")")
                .text("hash", frame -> "unknown"))
        .keyed(
            "ksr",
            new Keys().text("ver", frame -> VERSION).number("verval", frame -> VERSION_NUMBER))
        .inner("stat", this::statistic)
        .inner("ccp", this::setting)
        .any("sel", (name, inner, index, resolver) -> select(name, inner, index, resolver))
        .any("_s", (name, inner, index, resolver) -> expanded(name, inner, index, resolver))
        .any("cnt", (name, inner, index, resolver) -> count(name, inner, index, resolver))
        .text("err.class err.level err.info err.rcode err.rreason", frame -> null)
        .text("ruid", frame -> RequestTarget.of(frame).ruid())
        .text("location_ua", frame -> RequestTarget.of(frame).locationUserAgent())
        .build();
  }

  /** {@code $ccp(core.debug)}: a global parameter, some of which can be changed. */
  private Variable setting(String qualified) {
    String name = qualified.substring(qualified.indexOf('.') + 1);
    boolean core = qualified.equals("core." + name);
    return VariableTable.writable(
        (frame, into) -> {
          try {
            into.set(globals.get().integer(core ? name : ""));
          } catch (IllegalArgumentException e) {
            frame.error("there is no number '" + qualified + "' to read");
            into.clear();
          }
        },
        (frame, value) -> core && value.isNumeric() && globals.get().change(name, value.number()));
  }

  /** A statistic by its bare name, as {@code group:name} or {@code group.name}. */
  private Variable statistic(String name) {
    return (frame, into) -> {
      Statistic found = statistics.get().find(name).orElse(null);
      if (found == null) {
        frame.warning("no statistic is called '" + name + "'");
        into.clear();
      } else {
        into.set(found.value());
      }
    };
  }

  private static Variable select(
      String name, @Nullable String inner, VariableIndex index, Resolver resolver) {
    String select = VariableFamily.inner(name, inner);
    Variable variable = resolver.select("@" + select);
    if (variable == null || index.given()) {
      throw new Unresolvable("'@" + select + "' is no select");
    }
    return variable;
  }

  private static Variable expanded(
      String name, @Nullable String inner, VariableIndex index, Resolver resolver) {
    if (index.given()) {
      throw new Unresolvable("$" + name + " does not get index param");
    }
    TextFormat format = resolver.format(VariableFamily.inner(name, inner));
    return (frame, into) -> into.set(format.text(frame));
  }

  private static Variable count(
      String name, @Nullable String inner, VariableIndex index, Resolver resolver) {
    String counted = VariableFamily.inner(name, inner);
    if (!index.given() && resolver.variable(counted) instanceof CountedVariable variable) {
      return (frame, into) -> into.set(variable.count(frame));
    }
    throw new Unresolvable("$" + name + "(" + counted + "): only AVPs and XAVPs are counted");
  }
}
