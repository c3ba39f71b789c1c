// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.variable;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.run.Cell;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.Variable;
import org.signalbox.script.variable.VariableTable.Keys;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.TransportProtocol;

/** Where the message came from and where it came in (variables.md §6); null for one made here. */
public final class NetworkVariables {
  private static final Map<String, Integer> CONSTANTS =
      Map.ofEntries(
          Map.entry("INET", 2),
          Map.entry("IPv4", 2),
          Map.entry("INET6", 10),
          Map.entry("IPv6", 10),
          Map.entry("UDP", 1),
          Map.entry("TCP", 2),
          Map.entry("TLS", 3),
          Map.entry("SCTP", 4),
          Map.entry("WS", 5),
          Map.entry("WSS", 6));

  private NetworkVariables() {}

  /** All of them. */
  public static VariableFamily family() {
    return VariableTable.builder()
        // sender
        .plain("si src_ip", text(info -> ip(info.source())))
        .plain("siz", text(info -> host(info.source())))
        .plain("sp", number(info -> info.source().getPort()))
        .plain("su", text(info -> uri(info, host(info.source()), info.source().getPort(), false)))
        .plain("sut", text(info -> uri(info, host(info.source()), info.source().getPort(), true)))
        .plain("sas", text(info -> socket(info, info.source())))
        // socket that received it
        .plain("Ri", text(info -> ip(info.local())))
        .plain("Rp", number(info -> info.local().getPort()))
        .plain("Ru", text(info -> uri(info, host(info.local()), info.local().getPort(), false)))
        .plain("Rut", text(info -> uri(info, host(info.local()), info.local().getPort(), true)))
        .plain("Ras", text(info -> socket(info, info.local())))
        .plain("Rn", text(info -> info.listener().name()))
        // the same as the world sees it
        .plain("RAi", text(NetworkVariables::advertisedHost))
        .plain("RAp", number(NetworkVariables::advertisedPort))
        .plain("RAu", text(info -> uri(info, bracketed(info), advertisedPort(info), false)))
        .plain("RAut", text(info -> uri(info, bracketed(info), advertisedPort(info), true)))
        // protocol
        .plain("pr proto", text(info -> info.protocol().parameterName()))
        .plain("prid", number(info -> info.protocol().number()))
        .plain("conid", NetworkVariables::connection)
        .keyed(
            "af",
            new Keys()
                .any("id", number(info -> ipVersion(info.local())))
                .any("name", text(info -> ipVersion(info.local()) == 10 ? "IPv6" : "IPv4")))
        .inner("K", NetworkVariables::constant)
        .build();
  }

  private interface Part {
    @Nullable String of(ReceiveInfo info);
  }

  private interface NumberPart {
    long of(ReceiveInfo info);
  }

  private static Variable text(Part part) {
    return (frame, into) -> {
      ReceiveInfo info = info(frame);
      into.set(info == null ? null : part.of(info));
    };
  }

  private static Variable number(NumberPart part) {
    return (frame, into) -> {
      ReceiveInfo info = info(frame);
      if (info == null) {
        into.clear();
      } else {
        into.set(part.of(info));
      }
    };
  }

  private static @Nullable ReceiveInfo info(Frame frame) {
    return frame.message().local() ? null : frame.message().received();
  }

  private static void connection(Frame frame, Cell into) {
    ReceiveInfo info = info(frame);
    if (info == null || info.connectionId() == 0) {
      into.clear();
    } else {
      into.set(info.connectionId());
    }
  }

  private static Variable constant(String name) {
    Integer value = CONSTANTS.get(name);
    if (value == null) {
      throw new Unresolvable("$K(" + name + ") is unknown");
    }
    long number = value;
    return (frame, into) -> into.set(number);
  }

  /** The address without brackets. */
  public static String ip(InetSocketAddress address) {
    return address.getAddress().getHostAddress();
  }

  /** The address as a URI writes it. */
  public static String host(InetSocketAddress address) {
    String ip = ip(address);
    return address.getAddress() instanceof Inet6Address ? "[" + ip + "]" : ip;
  }

  /** 2 for IPv4, 10 for IPv6, as {@code $af(id)}. */
  public static int ipVersion(InetSocketAddress address) {
    return address.getAddress() instanceof Inet6Address ? 10 : 2;
  }

  private static String uri(ReceiveInfo info, String host, int port, boolean always) {
    TransportProtocol protocol = info.protocol();
    String uri = "sip:" + host + ":" + port;
    return always || protocol != TransportProtocol.UDP
        ? uri + ";transport=" + protocol.parameterName()
        : uri;
  }

  private static String socket(ReceiveInfo info, InetSocketAddress address) {
    return socket(info.protocol(), address);
  }

  /** A socket as scripts write it: {@code udp:127.0.0.1:5060}. */
  public static String socket(TransportProtocol protocol, InetSocketAddress address) {
    return protocol.parameterName() + ":" + host(address) + ":" + address.getPort();
  }

  /** Whether a socket shows another address than its own. */
  public static boolean advertises(ListeningPoint listener) {
    InetSocketAddress bound = listener.address();
    return !listener.sentByHost().equals(host(bound)) || listener.sentByPort() != bound.getPort();
  }

  private static String bracketed(ReceiveInfo info) {
    return advertises(info.listener()) ? info.listener().sentByHost() : host(info.local());
  }

  private static String advertisedHost(ReceiveInfo info) {
    String host = bracketed(info);
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static int advertisedPort(ReceiveInfo info) {
    return advertises(info.listener()) ? info.listener().sentByPort() : info.local().getPort();
  }
}
