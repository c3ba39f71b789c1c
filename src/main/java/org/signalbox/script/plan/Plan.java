// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.plan;

import java.util.List;
import java.util.Map;
import org.signalbox.script.run.Script;
import org.signalbox.script.syntax.Item;

/**
 * A file whose names are all resolved.
 *
 * @param listens the addresses it asks for, as written
 * @param aliases the names that mean this server, as written
 * @param flags numbers of the declared flags by name
 * @param globals the user's own values by key
 * @param script the compiled routes
 * @param resolver for texts with variables that stand in settings
 */
public record Plan(
    List<Item.Listen> listens,
    List<Item.Alias> aliases,
    Map<String, Integer> flags,
    Map<String, UserGlobal> globals,
    Script script,
    Resolver resolver) {

  public Plan {
    listens = List.copyOf(listens);
    aliases = List.copyOf(aliases);
    flags = Map.copyOf(flags);
    globals = Map.copyOf(globals);
  }
}
