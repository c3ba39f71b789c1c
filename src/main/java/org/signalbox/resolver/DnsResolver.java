// SPDX-License-Identifier: Apache-2.0
package org.signalbox.resolver;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.signalbox.resolver.Location.Cause;
import org.signalbox.resolver.ServiceLookup.Entry;
import org.signalbox.resolver.ServiceLookup.Offer;
import org.signalbox.resolver.ServiceLookup.Place;
import org.signalbox.sip.TransportProtocol;

/**
 * Follows RFC 3263 §4: a number is itself; a name with a port has addresses; a name without one has
 * services, and only if it has none, addresses. What the hosts file knows has addresses only. Where
 * NAPTR records count, they say where the services of a name without a transport are.
 */
public final class DnsResolver implements Resolver, AutoCloseable {
  /** Addresses beyond these are left out: nobody tries so many. */
  private static final int MAX_TARGETS = 64;

  private static final int MAX_PORT = 65_535;

  private final ResolverSettings settings;
  private final DnsLookups lookups;
  private final HostLookup hosts;
  private final ServiceLookup services;
  private final PointerLookup pointers;

  /** A resolver that asks real name servers. */
  public DnsResolver(ResolverSettings settings, ResolverRuntime runtime) {
    this(settings, runtime, new DnsjavaClient(settings.queries(), runtime.executor()));
  }

  DnsResolver(ResolverSettings settings, ResolverRuntime runtime, DnsClient client) {
    this.settings = settings;
    this.lookups = new DnsLookups(settings, runtime, client);
    HostsFile file = new HostsFile(settings.hosts(), runtime.time(), runtime.executor());
    this.hosts = new HostLookup(settings.families(), file, lookups);
    this.services = new ServiceLookup(settings.weighted(), lookups);
    this.pointers = new PointerLookup(settings.pointers(), settings.services(), lookups);
  }

  @Override
  public void locate(NextHop hop, Consumer<Location> callback) {
    InetAddress numeric = NumericHost.parse(hop.host());
    String name = numeric == null ? HostName.normalised(hop.host()) : null;
    TransportProtocol wanted = protocol(hop);
    TransportProtocol protocol =
        wanted == null ? (hop.secure() ? TransportProtocol.TLS : TransportProtocol.UDP) : wanted;
    int port = hop.port() == NextHop.NO_PORT ? protocol.defaultPort() : hop.port();
    if (port < 0 || port > MAX_PORT || (numeric == null && name == null)) {
      callback.accept(invalid(hop));
    } else if (numeric != null) {
      callback.accept(new Location.Found(List.of(target(protocol, numeric, port))));
    } else if (name != null) {
      Search search = new Search(name, protocol, port, callback);
      if (hop.port() != NextHop.NO_PORT
          || !ServiceLookup.covers(protocol)
          || !hosts.local(name).isEmpty()) {
        search.addresses();
      } else if (wanted == null && !hop.secure()) {
        search.pointers();
      } else {
        search.services(List.of(protocol));
      }
    }
  }

  /** What has been asked for lately, for operators. */
  public DnsMemory memory() {
    return new DnsMemory(lookups);
  }

  /** Ends every look-up that is under way with a failure, and the threads of the client. */
  @Override
  public void close() {
    lookups.close();
  }

  /** What the URI asks to speak, made secure by a sips scheme (RFC 3261 §26.2.2). */
  private static @Nullable TransportProtocol protocol(NextHop hop) {
    TransportProtocol given = hop.protocol();
    if (given == null || !hop.secure()) {
      return given;
    }
    return given == TransportProtocol.WS || given == TransportProtocol.WSS
        ? TransportProtocol.WSS
        : TransportProtocol.TLS;
  }

  private static Location invalid(NextHop hop) {
    return new Location.NotFound(
        Cause.INVALID_NAME,
        "\"" + HostName.shown(hop.host()) + "\" port " + hop.port() + " cannot be an address.");
  }

  private static Target target(TransportProtocol protocol, InetAddress address, int port) {
    return new Target(protocol, new InetSocketAddress(address, port));
  }

  /** One look-up under way. */
  private final class Search {
    private final String name;
    private final TransportProtocol protocol;
    private final int port;
    private final Consumer<Location> callback;

    Search(String name, TransportProtocol protocol, int port, Consumer<Location> callback) {
      this.name = name;
      this.protocol = protocol;
      this.port = port;
      this.callback = callback;
    }

    void addresses() {
      hosts.find(name, answer -> finish(List.of(protocol), List.of(port), List.of(answer)));
    }

    /** What the domain points to, else whatever we prefer. */
    void pointers() {
      pointers.find(
          name,
          places -> {
            if (places.isEmpty()) {
              services(settings.services());
              return;
            }
            services.find(
                places,
                offer -> {
                  if (offer instanceof Offer.Entries found) {
                    hostsOf(found.entries());
                  } else {
                    services(settings.services());
                  }
                });
          });
    }

    void services(List<TransportProtocol> protocols) {
      services.find(
          protocols.stream().map(each -> Place.of(each, name)).toList(),
          offer -> {
            if (offer instanceof Offer.Entries found) {
              hostsOf(found.entries());
            } else if (offer instanceof Offer.Failure failure) {
              notFound(failure.failure());
            } else {
              addresses();
            }
          });
    }

    private void hostsOf(List<Entry> entries) {
      Gather.<Entry, DnsAnswer>all(
          entries,
          (entry, answer) -> hostOf(entry.service().host(), answer),
          answers ->
              finish(
                  entries.stream().map(Entry::protocol).toList(),
                  entries.stream().map(entry -> entry.service().port()).toList(),
                  answers));
    }

    private void hostOf(String host, Consumer<DnsAnswer> answer) {
      String normalised = HostName.normalised(host);
      if (normalised == null) {
        answer.accept(new DnsAnswer.Failure(Cause.INVALID_NAME, "its SRV record names no host"));
      } else {
        hosts.find(normalised, answer);
      }
    }

    private void finish(
        List<TransportProtocol> protocols, List<Integer> ports, List<DnsAnswer> answers) {
      List<Target> targets = new ArrayList<>();
      for (int i = 0; i < answers.size(); i++) {
        if (answers.get(i) instanceof DnsAnswer.Records found) {
          for (DnsRecord record : found.records()) {
            if (targets.size() < MAX_TARGETS) {
              InetAddress address = ((DnsRecord.Host) record).address();
              targets.add(target(protocols.get(i), address, ports.get(i)));
            }
          }
        }
      }
      if (targets.isEmpty()) {
        notFound((DnsAnswer.Failure) answers.get(0));
      } else {
        callback.accept(new Location.Found(targets));
      }
    }

    private void notFound(DnsAnswer.Failure failure) {
      callback.accept(
          new Location.NotFound(
              failure.cause(),
              "No address is known for " + HostName.shown(name) + ": " + failure.detail() + "."));
    }
  }
}
