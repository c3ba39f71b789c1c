// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

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
}
