// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.signalbox.script.Problem;
import org.signalbox.server.LoadedFile;

/** How the configuration file and the mistakes in it look in JSON. */
final class ConfigurationJson {
  private ConfigurationJson() {}

  static JsonObjectBuilder of(LoadedFile file) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("file", file.name())
            .add("loadedAt", file.loadedAt().toString());
    String user = file.loadedBy();
    return (user == null ? json.addNull("loadedBy") : json.add("loadedBy", user))
        .add("warnings", of(file.warnings()))
        .add("afterRestart", Json.createArrayBuilder(file.afterRestart()));
  }

  static JsonArrayBuilder of(List<Problem> problems) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    problems.forEach(problem -> list.add(of(problem)));
    return list;
  }

  private static JsonObjectBuilder of(Problem problem) {
    String cause = problem.cause();
    String help = problem.help();
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("severity", problem.severity() == Problem.Severity.ERROR ? "error" : "warning")
            .add("code", problem.code())
            .add("file", problem.span().source().name())
            .add("line", problem.span().line())
            .add("column", problem.span().column())
            .add("message", cause == null ? problem.message() : problem.message() + ": " + cause);
    return help == null ? json : json.add("help", help);
  }
}
