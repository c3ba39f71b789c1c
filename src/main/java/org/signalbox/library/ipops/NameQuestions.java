// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.ipops;

import java.net.InetAddress;
import java.util.List;
import org.signalbox.module.Port;
import org.signalbox.resolver.Location;
import org.signalbox.resolver.NextHop;
import org.signalbox.routing.NextHops;
import org.signalbox.script.run.Frame;
import org.signalbox.sip.TransportProtocol;

/**
 * The addresses of host names. The thread of the message waits for name servers, as it does in
 * Kamailio; the wait is bounded, and what is in the cache makes nobody wait.
 */
final class NameQuestions {
  private static final int YES = 1;
  private static final int NO = -1;
  private static final int NO_ADDRESS = -3;
  private static final int UNKNOWN = -4;

  /** With a port there is no look-up of services. */
  private static final int ANY_PORT = 5060;

  private final Port<NextHops> hops;

  NameQuestions(Port<NextHops> hops) {
    this.hops = hops;
  }

  /** Whether a name has an address: 1, -1; -3 for no address, -4 for a name without any. */
  int matches(Frame frame, String name, String text) {
    IpText address = IpText.parse(text);
    if (address == null) {
      frame.error("'" + text + "' is no address");
      return NO_ADDRESS;
    }
    List<InetAddress> known = addresses(name);
    if (known.isEmpty()) {
      return UNKNOWN;
    }
    return known.stream().anyMatch(address::is) ? YES : NO;
  }

  /** Keeps the addresses of a name under an id for {@code $dns}: 1, or -4 without any. */
  int query(Frame frame, String name, String id) {
    List<InetAddress> known = addresses(name);
    NameAnswers.of(frame).keep(id, known);
    return known.isEmpty() ? UNKNOWN : YES;
  }

  private List<InetAddress> addresses(String name) {
    if (name.isEmpty()) {
      return List.of();
    }
    NextHop hop = new NextHop(name, ANY_PORT, TransportProtocol.UDP, false);
    return hops.get().located(hop) instanceof Location.Found found
        ? found.targets().stream().map(target -> target.address().getAddress()).distinct().toList()
        : List.of();
  }
}
