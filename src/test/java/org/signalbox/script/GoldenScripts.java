// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.signalbox.library.core.Configuration;
import org.signalbox.library.core.ConfigurationLoader;
import org.signalbox.library.core.CoreParameter;
import org.signalbox.library.core.ListenAddress;
import org.signalbox.library.core.Loading;
import org.signalbox.module.Modules;
import org.signalbox.module.Parameter;
import org.signalbox.module.ParameterValues;
import org.signalbox.module.SignalboxModule;

/**
 * The golden cases: {@code src/test/scripts/<topic>/<case>.cfg} beside what loading it says.
 *
 * <p>A line {@code # -A NAME=VALUE} in a case is a define of the command line. Files whose name
 * begins with an underscore are included by others.
 */
final class GoldenScripts {
  static final Path ROOT = Path.of("src/test/scripts");

  /** Scripts that run over the wire, and beside Kamailio. */
  private static final List<Path> PLAYED_ELSEWHERE =
      List.of(ROOT.resolve("wire"), ROOT.resolve("interop"));

  private GoldenScripts() {}

  static Stream<Path> all() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".cfg"))
          .filter(file -> PLAYED_ELSEWHERE.stream().noneMatch(file::startsWith))
          .filter(file -> !file.getFileName().toString().startsWith("_"))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path expected(Path script) {
    String name = script.getFileName().toString();
    return script.resolveSibling(name.substring(0, name.length() - 4) + ".expected");
  }

  /** What loading the script says: its problems, then what it sets. */
  static String outcome(Path script) throws IOException {
    Source source = Source.read(script);
    if (script.startsWith(ROOT.resolve("language"))) {
      return RunningScripts.outcome(source).replace(script.getParent() + "/", "");
    }
    List<String> defines =
        source
            .text()
            .lines()
            .filter(line -> line.startsWith("# -A "))
            .map(l -> l.substring(5))
            .toList();
    Modules modules = Modules.found(GoldenScripts.class.getClassLoader());
    Loading loading = new ConfigurationLoader(modules).load(source, defines);
    String report = loading.report().replace(script.getParent() + "/", "");
    return loading instanceof Loading.Loaded loaded
        ? report + String.join("\n", facts(loaded.configuration())) + "\n"
        : report;
  }

  private static List<String> facts(Configuration configuration) {
    List<String> facts = new ArrayList<>(List.of("config file ok, exiting..."));
    for (CoreParameter parameter : CoreParameter.values()) {
      if (configuration.parameters().given(parameter)) {
        facts.add(parameter.names().get(0) + " = " + value(configuration, parameter));
      }
    }
    configuration.listens().stream()
        .filter(listen -> !listen.place().isEmpty())
        .forEach(listen -> facts.add(text(listen)));
    configuration.aliases().stream()
        .filter(alias -> !alias.host().equals("localhost"))
        .forEach(alias -> facts.add(alias.toString()));
    configuration.flags().entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(flag -> facts.add("flag " + flag.getKey() + " = " + flag.getValue()));
    configuration.globals().declared().stream()
        .map(
            global ->
                global.key()
                    + " = "
                    + (global.number() ? global.value() : '"' + global.value() + '"'))
        .sorted()
        .forEach(facts::add);
    configuration.modules().loaded().stream()
        .filter(module -> !module.name().equals("core"))
        .forEach(module -> facts.addAll(facts(configuration, module)));
    return facts;
  }

  private static Object value(Configuration configuration, CoreParameter parameter) {
    return switch (parameter.form()) {
      case NUMBER, SIGNED, SWITCH, NUMBER_OR_WORD -> configuration.parameters().number(parameter);
      default -> configuration.parameters().texts(parameter);
    };
  }

  private static String text(ListenAddress listen) {
    return "listen %s %s%s%s%s%s"
        .formatted(
            listen.protocol(),
            listen.address(),
            listen.name() == null ? "" : " name " + listen.name(),
            listen.advertisedHost() == null
                ? ""
                : " advertise " + listen.advertisedHost() + ":" + listen.advertisedPort(),
            listen.virtual() ? " virtual" : "",
            listen.workers() == 0 ? "" : " workers " + listen.workers());
  }

  private static List<String> facts(Configuration configuration, SignalboxModule module) {
    ParameterValues values = configuration.modules().parameters(module);
    List<String> facts = new ArrayList<>(List.of("module " + module.name()));
    for (Parameter<?> parameter : module.exports().parameters().values()) {
      if (values.given(parameter)) {
        facts.add("  " + parameter.name() + " = " + values.value(parameter));
      }
    }
    facts.subList(1, facts.size()).sort(null);
    return facts;
  }
}
