// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.Problem;
import org.signalbox.script.Problems;
import org.signalbox.script.Span;
import org.signalbox.script.syntax.Item;
import org.signalbox.script.syntax.Item.Endpoint;
import org.signalbox.sip.TransportProtocol;

/** Turns what a file says behind {@code listen} into addresses of this machine (script.md §4.2). */
final class ListenAddresses {
  private final CoreParameters parameters;
  private final Problems problems;
  private final List<ListenAddress> found = new ArrayList<>();

  ListenAddresses(CoreParameters parameters, Problems problems) {
    this.parameters = parameters;
    this.problems = problems;
  }

  /** The sockets to open; those of every IPv4 address of the machine when the file names none. */
  List<ListenAddress> resolve(List<Item.Listen> listens) {
    listens.forEach(this::add);
    if (listens.isEmpty()) {
      for (InetAddress address : everywhere()) {
        for (TransportProtocol protocol : protocols("")) {
          int port = (int) parameters.number(CoreParameter.PORT);
          keep(
              new ListenAddress(
                  protocol,
                  new InetSocketAddress(address, port),
                  null,
                  advertisedHost(null),
                  advertisedPort(null),
                  false,
                  0,
                  ""));
        }
      }
    }
    return List.copyOf(found);
  }

  private void add(Item.Listen listen) {
    Endpoint endpoint = listen.endpoint();
    List<TransportProtocol> protocols = usable(endpoint);
    if (protocols.isEmpty()) {
      return;
    }
    List<InetAddress> addresses = new ArrayList<>();
    endpoint.hosts().forEach(host -> addresses.addAll(addresses(host, endpoint.span())));
    Endpoint advertised = listen.advertised();
    if (advertised != null && addresses(advertised.hosts().get(0), advertised.span()).isEmpty()) {
      return;
    }
    for (TransportProtocol protocol : protocols) {
      int first = endpoint.port() >= 0 ? endpoint.port() : defaultPort(protocol);
      for (int port = first; port <= Math.max(first, listen.lastPort()); port++) {
        for (InetAddress address : addresses) {
          keep(
              new ListenAddress(
                  protocol,
                  new InetSocketAddress(address, port),
                  listen.name(),
                  advertisedHost(advertised),
                  advertisedPort(advertised),
                  listen.virtual(),
                  listen.workers(),
                  listen.span().toString()));
        }
      }
    }
  }

  /** What the line says, else what {@code advertised_address} says for all. */
  private @Nullable String advertisedHost(@Nullable Endpoint ofLine) {
    if (ofLine != null) {
      return literal(ofLine.hosts().get(0));
    }
    String all = parameters.text(CoreParameter.ADVERTISED_ADDRESS);
    return all.isEmpty() ? null : literal(all);
  }

  private int advertisedPort(@Nullable Endpoint ofLine) {
    return ofLine == null
        ? parameters.integer(CoreParameter.ADVERTISED_PORT)
        : Math.max(0, ofLine.port());
  }

  private void keep(ListenAddress address) {
    boolean known =
        found.stream()
            .anyMatch(
                other ->
                    other.protocol() == address.protocol()
                        && other.address().equals(address.address())
                        && address.address().getPort() != 0);
    if (!known) {
      found.add(address);
    }
  }

  private int defaultPort(TransportProtocol protocol) {
    return protocol == TransportProtocol.TLS
        ? protocol.defaultPort()
        : (int) parameters.number(CoreParameter.PORT);
  }

  /** The protocols that a line asks for and this server can speak. */
  private List<TransportProtocol> usable(Endpoint endpoint) {
    List<TransportProtocol> usable = new ArrayList<>();
    for (TransportProtocol protocol : protocols(endpoint.protocol())) {
      if (protocol == TransportProtocol.UDP) {
        usable.add(protocol);
      } else if (protocol == TransportProtocol.TCP) {
        if (parameters.on(CoreParameter.DISABLE_TCP)) {
          warn(endpoint, "tcp is disabled: this socket is not opened");
        } else {
          usable.add(protocol);
        }
      } else if (protocol == TransportProtocol.TLS && !parameters.on(CoreParameter.ENABLE_TLS)) {
        warn(endpoint, "enable_tls is off: this socket is not opened");
      } else if (protocol == TransportProtocol.TLS) {
        problems.add(
            Problem.error("no-tls-engine", endpoint.span(), "no tls engine available")
                .because("tls support enabled, but no tls engine  available"));
      } else {
        problems.add(
            Problem.error(
                "bad-protocol", endpoint.span(), "cannot listen on " + protocol.parameterName()));
      }
    }
    return usable;
  }

  private void warn(Endpoint endpoint, String message) {
    problems.add(Problem.warning("socket-skipped", endpoint.span(), message));
  }

  private List<TransportProtocol> protocols(String written) {
    if (written.equals("*")) {
      return List.of(TransportProtocol.UDP, TransportProtocol.TCP);
    }
    if (!written.isEmpty()) {
      return List.of(TransportProtocol.valueOf(written.toUpperCase(Locale.ROOT)));
    }
    List<TransportProtocol> all = new ArrayList<>(List.of(TransportProtocol.UDP));
    if (!parameters.on(CoreParameter.DISABLE_TCP)) {
      all.add(TransportProtocol.TCP);
    }
    return all;
  }

  /** The addresses of a literal, an interface or a host name; a problem when there is none. */
  private List<InetAddress> addresses(String host, Span span) {
    try {
      NetworkInterface named = host.indexOf(':') >= 0 ? null : NetworkInterface.getByName(host);
      if (named != null) {
        return wanted(named);
      }
      return List.of(InetAddress.getByName(host));
    } catch (UnknownHostException e) {
      unresolved(host, span, null);
    } catch (IOException e) {
      unresolved(host, span, e.getMessage());
    }
    return List.of();
  }

  private void unresolved(String host, Span span, @Nullable String detail) {
    problems.add(
        Problem.error("unresolvable-address", span, "failed to initialize list addresses")
            .because("could not resolve " + host)
            .helped(detail));
  }

  private List<InetAddress> everywhere() {
    List<InetAddress> all = new ArrayList<>();
    try {
      for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        if (each.isUp()) {
          all.addAll(wanted(each));
        }
      }
    } catch (IOException e) {
      CoreLog.LOG.noInterfaces(e.toString());
    }
    return all;
  }

  /** The addresses of an interface that need not be named one by one. */
  private List<InetAddress> wanted(NetworkInterface each) {
    boolean version6 = parameters.on(CoreParameter.AUTO_BIND_IPV6);
    boolean linkLocal = parameters.on(CoreParameter.BIND_IPV6_LINK_LOCAL);
    return Collections.list(each.getInetAddresses()).stream()
        .filter(
            address ->
                address instanceof Inet4Address
                    || (version6 && (linkLocal || !address.isLinkLocalAddress())))
        .toList();
  }

  private static String literal(String host) {
    return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
  }
}
