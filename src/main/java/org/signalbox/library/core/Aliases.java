// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.signalbox.script.syntax.Item;
import org.signalbox.sip.TransportProtocol;

/** The names that mean this server: those of the file, and those that DNS has for its addresses. */
final class Aliases {
  private Aliases() {}

  static List<Alias> of(
      List<Item.Alias> written, List<ListenAddress> listens, CoreParameters parameters) {
    Set<Alias> all = new LinkedHashSet<>();
    for (Item.Alias alias : written) {
      String protocol = alias.endpoint().protocol();
      TransportProtocol only =
          protocol.isEmpty() || protocol.equals("*")
              ? null
              : TransportProtocol.valueOf(protocol.toUpperCase(Locale.ROOT));
      int port = Math.max(0, alias.endpoint().port());
      alias.endpoint().hosts().forEach(host -> all.add(new Alias(only, host, port)));
    }
    if (parameters.on(CoreParameter.AUTO_ALIASES)) {
      listens.forEach(listen -> addName(listen, all));
    }
    return new ArrayList<>(all);
  }

  private static void addName(ListenAddress listen, Set<Alias> all) {
    InetSocketAddress address = listen.address();
    String name = address.getAddress().getCanonicalHostName();
    if (!name.equals(address.getAddress().getHostAddress())) {
      all.add(new Alias(listen.protocol(), name, address.getPort()));
    }
  }
}
