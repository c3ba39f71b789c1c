// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.signalbox.module.Modules;
import org.signalbox.routing.LogPrefix;
import org.signalbox.script.run.Script;

/**
 * What a file says once all of it is read and found right.
 *
 * @param file its name
 * @param listens the sockets to open, without duplicates, in the order of the file
 * @param aliases the names that mean this server
 * @param parameters the global parameters
 * @param flags numbers of the declared flags by name
 * @param globals the file's own values
 * @param script the compiled routes
 * @param logPrefix what stands before the lines that the script logs
 * @param defines the preprocessor's names with their texts, in order
 * @param modules the loaded modules with their parameters, not yet initialised
 */
public record Configuration(
    String file,
    List<ListenAddress> listens,
    List<Alias> aliases,
    CoreParameters parameters,
    Map<String, Integer> flags,
    UserGlobals globals,
    Script script,
    LogPrefix logPrefix,
    Map<String, String> defines,
    Modules modules) {

  public Configuration {
    listens = List.copyOf(listens);
    aliases = List.copyOf(aliases);
    flags = Map.copyOf(flags);
  }

  /**
   * The settings that differ here and act when a server starts only, by the names that files use:
   * {@code listen}, {@code children}, {@code siprepo.max_items}.
   *
   * @param started with what the server was started; its modules run
   */
  public List<String> waitsForStart(Configuration started) {
    List<String> names = new ArrayList<>();
    if (!sockets().equals(started.sockets())) {
      names.add("listen"); // whose names are aliases too
    } else if (!aliases.equals(started.aliases)) {
      names.add("alias");
    }
    names.addAll(parameters.changed(started.parameters));
    names.addAll(started.modules.changed(modules));
    return names;
  }

  private List<ListenAddress> sockets() {
    return listens.stream().map(ListenAddress::anywhere).toList();
  }
}
