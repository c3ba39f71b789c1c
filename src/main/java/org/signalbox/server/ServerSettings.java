// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * What is decided where the server is deployed and not in its file: MicroProfile Config keys, which
 * also come from system properties and the environment.
 *
 * @param file {@code signalbox.config}: the configuration file; without it, the sample in the WAR
 * @param defines {@code signalbox.define}: {@code NAME} or {@code NAME=VALUE}, comma separated
 * @param data {@code signalbox.data-dir}: default {@code signalbox} in WildFly's data directory
 * @param pidFile {@code signalbox.pid-file}: removed when the process ends
 * @param exitOnFailure {@code signalbox.exit-on-failure}: a failed start ends the process
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

  static ServerSettings from(Config config) {
    return new ServerSettings(
        config.getOptionalValue("signalbox.config", Path.class),
        config.getOptionalValues("signalbox.define", String.class).orElse(List.of()),
        config
            .getOptionalValue("signalbox.data-dir", Path.class)
            .orElseGet(() -> serverData(config)),
        config.getOptionalValue("signalbox.pid-file", Path.class),
        config.getOptionalValue("signalbox.exit-on-failure", boolean.class).orElse(false),
        config.getOptionalValue("signalbox.add-user", String.class).orElse(WILDFLY_ADD_USER));
  }

  private static Path serverData(Config config) {
    return Path.of(config.getValue("jboss.server.data.dir", String.class), "signalbox");
  }
}
