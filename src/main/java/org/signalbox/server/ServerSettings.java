// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What is decided where the server is deployed and not in its file: MicroProfile Config keys, which
 * also come from system properties and the environment.
 *
 * @param file {@code signalbox.config}: the configuration file; without it, the sample in the WAR
 * @param defines {@code signalbox.define}: {@code NAME} or {@code NAME=VALUE}, comma separated
 * @param data {@code signalbox.data-dir}: default {@code signalbox} in WildFly's data directory
 * @param pidFile {@code signalbox.pid-file}: removed when the process ends
 * @param exitOnFailure {@code signalbox.exit-on-failure}: the process is for this server alone, so
 *     that a failed start ends it, and {@code core.kill} may
 * @param addUser {@code signalbox.add-user}: the command that makes a login, for display
 */
record ServerSettings(
    Optional<Path> file,
    List<String> defines,
    Path data,
    Optional<Path> pidFile,
    boolean exitOnFailure,
    String addUser) {

  private static final String WILDFLY_ADD_USER =
      "bin/add-user.sh -a -u NAME -g signalbox-viewer (or signalbox-admin)";

  /** Reads the keys; each gives its value or nothing. */
  static ServerSettings from(Function<String, Optional<String>> keys) {
    return new ServerSettings(
        keys.apply("signalbox.config").map(Path::of),
        keys.apply("signalbox.define").map(ServerSettings::list).orElse(List.of()),
        keys.apply("signalbox.data-dir").map(Path::of).orElseGet(() -> serverData(keys)),
        keys.apply("signalbox.pid-file").map(Path::of),
        keys.apply("signalbox.exit-on-failure").map(Boolean::parseBoolean).orElse(false),
        keys.apply("signalbox.add-user").orElse(WILDFLY_ADD_USER));
  }

  /** Separated by commas; one that belongs to a value has a backslash before it. */
  private static List<String> list(String text) {
    return Pattern.compile("(?<!\\\\),")
        .splitAsStream(text)
        .map(element -> element.replaceAll("\\\\(.)", "$1"))
        .toList();
  }

  private static Path serverData(Function<String, Optional<String>> keys) {
    return Path.of(keys.apply("jboss.server.data.dir").orElse("."), "signalbox");
  }
}
