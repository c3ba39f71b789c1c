// SPDX-License-Identifier: Apache-2.0
package org.signalbox.resolver;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.signalbox.resolver.Location.Cause;
import org.signalbox.sip.TransportProtocol;

/** The SRV entries of a domain for one or more transports, in the order in which they are tried. */
final class ServiceLookup {
  /** Entries beyond these are left alone: no answer makes us ask for hundreds of hosts. */
  private static final int MAX_ENTRIES = 16;

  /** Where the services of a protocol are looked for. */
  record Place(TransportProtocol protocol, String name) {

    /** Where they are for a domain that says nothing else. */
    static Place of(TransportProtocol protocol, String domain) {
      return new Place(protocol, service(protocol) + domain);
    }
  }

  /** One entry and what to speak there. */
  record Entry(TransportProtocol protocol, DnsRecord.Service service) {}

  /** What the domain offers. */
  sealed interface Offer {

    /** At least one entry. */
    record Entries(List<Entry> entries) implements Offer {}

    /** It has no SRV records: its own addresses count. */
    record None() implements Offer {}

    /** There is no way. */
    record Failure(DnsAnswer.Failure failure) implements Offer {}
  }

  private final boolean weighted;
  private final DnsLookups lookups;

  ServiceLookup(boolean weighted, DnsLookups lookups) {
    this.weighted = weighted;
    this.lookups = lookups;
  }

  /** Whether there are SRV records for a transport at all. */
  static boolean covers(TransportProtocol protocol) {
    return protocol != TransportProtocol.WS && protocol != TransportProtocol.WSS;
  }

  void find(List<Place> places, Consumer<Offer> sink) {
    Gather.<Place, DnsAnswer>all(
        places,
        (place, answer) -> lookups.ask(new DnsQuestion(place.name(), DnsType.SRV), answer),
        answers -> sink.accept(offer(places, answers)));
  }

  private Offer offer(List<Place> places, List<DnsAnswer> answers) {
    List<Entry> entries = new ArrayList<>();
    boolean refused = false;
    Offer offer = new Offer.None();
    for (int i = 0; i < answers.size(); i++) {
      DnsAnswer answer = answers.get(i);
      if (answer instanceof DnsAnswer.Failure failure) {
        // Without an answer, the question for addresses would wait in vain once more.
        if (failure.cause() == Cause.TIMEOUT || failure.cause() == Cause.OVERLOAD) {
          offer = new Offer.Failure(failure);
        }
        continue;
      }
      for (DnsRecord.Service service : ordered((DnsAnswer.Records) answer)) {
        if (service.host().isEmpty()) {
          refused = true; // RFC 2782: a target of "." says that there is no such service
        } else if (entries.size() < MAX_ENTRIES) {
          entries.add(new Entry(places.get(i).protocol(), service));
        }
      }
    }
    if (!entries.isEmpty()) {
      return new Offer.Entries(entries);
    }
    return refused
        ? new Offer.Failure(
            new DnsAnswer.Failure(Cause.UNKNOWN_NAME, "its domain offers no such service"))
        : offer;
  }

  private List<DnsRecord.Service> ordered(DnsAnswer.Records answer) {
    List<DnsRecord.Service> services =
        answer.records().stream().map(DnsRecord.Service.class::cast).toList();
    return weighted
        ? ServiceOrder.weighted(services, ThreadLocalRandom.current())
        : ServiceOrder.fixed(services);
  }

  private static String service(TransportProtocol protocol) {
    return switch (protocol) {
      case UDP -> "_sip._udp.";
      case TCP -> "_sip._tcp.";
      case TLS -> "_sips._tcp.";
      case SCTP -> "_sip._sctp.";
      case WS, WSS -> throw new IllegalArgumentException("no SRV records for " + protocol);
    };
  }
}
