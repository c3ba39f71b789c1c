// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import java.util.List;
import java.util.Locale;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.transport.Addresses;

/**
 * The block that ends a start: all that somebody needs who sees the server for the first time.
 *
 * @param listeners the open SIP sockets
 * @param file the configuration file
 * @param destinations what keepalive watches, the first few
 * @param watched how many there are in all
 * @param pages where the page is served, each ending in a slash; empty when nothing serves HTTP
 * @param addUser the command that makes a login
 */
record ReadyNotice(
    List<ListeningPoint> listeners,
    String file,
    List<String> destinations,
    int watched,
    List<String> pages,
    String addUser) {

  String text() {
    StringBuilder text = new StringBuilder();
    lines(
        text,
        "SIP",
        listeners.stream().map(l -> Addresses.text(l.protocol(), l.address())).toList());
    lines(text, "Configuration", List.of(file));
    lines(text, "Watching", watching());
    lines(text, "Page", pages.isEmpty() ? List.of("not served: see above") : pages);
    lines(text, "API", pages.stream().map(page -> page + "api").toList());
    lines(text, "Add a login", List.of(addUser));
    return text.toString();
  }

  private List<String> watching() {
    if (watched == 0) {
      return List.of("no destinations");
    }
    String names = String.join(", ", destinations);
    String rest = watched > destinations.size() ? ", ..." : "";
    return List.of(watched + (watched == 1 ? " destination: " : " destinations: ") + names + rest);
  }

  private static void lines(StringBuilder text, String label, List<String> values) {
    String shown = label;
    for (String value : values) {
      text.append(String.format(Locale.ROOT, "%n  %-14s %s", shown, value));
      shown = "";
    }
  }
}
