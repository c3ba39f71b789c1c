// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.Value;

/** Class {@code sock}: {@code proto:host:port}, what a script names a socket (§8). */
final class SockClass {
  private SockClass() {}

  /** Takes the names of the protocols that this server speaks, in lower case. */
  static TransformationClass speaking(Set<String> protocols) {
    NamedTransformations sock = new NamedTransformations("sock");
    part(sock, "host", protocols, Socket::host);
    part(sock, "port", protocols, Socket::port);
    part(sock, "proto", protocols, Socket::protocol);
    part(sock, "touri", protocols, Socket::uri);
    return sock;
  }

  private static void part(
      NamedTransformations sock,
      String name,
      Set<String> protocols,
      Function<Socket, String> part) {
    sock.plain(
        name,
        OnText.notEmpty(
            (text, frame) -> {
              Socket socket = Socket.parse(text, protocols);
              return socket == null
                  ? frame.fail("invalid socket [" + text + "]")
                  : Value.of(part.apply(socket));
            }));
  }

  private record Socket(String protocol, String host, String port) {

    static @Nullable Socket parse(String text, Set<String> protocols) {
      int colon = text.indexOf(':');
      boolean address = text.startsWith("[");
      boolean named = !address && colon >= 0 && Decimal.digits(text, colon + 1, text.length()) < 0;
      String protocol = named ? text.substring(0, colon) : "";
      String rest = named ? text.substring(colon + 1) : text;
      int hostEnd = rest.startsWith("[") ? rest.indexOf(']') + 1 : end(rest);
      String port = hostEnd < rest.length() ? rest.substring(hostEnd + 1) : "";
      boolean portFits = port.isEmpty() || Decimal.digits(port, 0, port.length()) >= 0;
      boolean colonFirst = hostEnd == rest.length() || rest.charAt(hostEnd) == ':';
      boolean spoken = !named || protocols.contains(protocol.toLowerCase(Locale.ROOT));
      return hostEnd > 0 && portFits && colonFirst && spoken
          ? new Socket(protocol, rest.substring(0, hostEnd), port)
          : null;
    }

    private static int end(String rest) {
      int colon = rest.indexOf(':');
      return colon < 0 ? rest.length() : colon;
    }

    String uri() {
      return "sip:"
          + host
          + (port.isEmpty() ? "" : ":" + port)
          + (protocol.isEmpty() ? "" : ";transport=" + protocol);
    }
  }
}
