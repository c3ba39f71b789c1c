// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.signalbox.resolver.NumericHost;
import org.signalbox.sip.TransportProtocol;

/**
 * A place as files and scripts write it: {@code [proto:]host[:port]}, IPv6 in brackets.
 *
 * @param protocol null where the text names none
 * @param host a name or an address, without brackets
 * @param port 0 where the text names none
 */
public record Endpoint(@Nullable TransportProtocol protocol, String host, int port) {
  private static final int HIGHEST = 65_535;

  /** What a text means; null when it is none. */
  public static @Nullable Endpoint parse(String text) {
    int colon = text.indexOf(':');
    TransportProtocol protocol = colon < 0 ? null : TransportProtocol.of(text.substring(0, colon));
    String rest = protocol == null ? text : text.substring(colon + 1);
    int bracket = rest.startsWith("[") ? rest.indexOf(']') : -1;
    int end = bracket > 0 ? bracket + 1 : rest.indexOf(':');
    String host = end < 0 ? rest : rest.substring(0, end);
    String port = end < 0 || end == rest.length() ? ":0" : rest.substring(end);
    int number = port.startsWith(":") ? port(port.substring(1)) : -1;
    String plain = bracket > 0 ? host.substring(1, bracket) : host;
    return plain.isEmpty() || number < 0 ? null : new Endpoint(protocol, plain, number);
  }

  /** The port that a text spells, 0 to 65535; -1 when it is none. */
  public static int port(String text) {
    boolean digits = !text.isEmpty() && text.length() <= 5;
    for (int i = 0; i < text.length(); i++) {
      digits &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    int number = digits ? Integer.parseInt(text) : -1;
    return number > HIGHEST ? -1 : number;
  }

  /** The address that the host spells out; null for a name, which nobody looks up here. */
  public @Nullable InetAddress address() {
    return NumericHost.parse(host);
  }
}
