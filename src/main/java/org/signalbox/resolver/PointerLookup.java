// SPDX-License-Identifier: Apache-2.0
package org.signalbox.resolver;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.signalbox.resolver.ServiceLookup.Place;
import org.signalbox.sip.TransportProtocol;

/** Under which names a domain offers SIP, and over what (RFC 3263 §4.1). */
final class PointerLookup {
  private final PointerUse use;
  private final List<TransportProtocol> spoken;
  private final DnsLookups lookups;

  /**
   * @param spoken what this server speaks, the preferred first
   */
  PointerLookup(PointerUse use, List<TransportProtocol> spoken, DnsLookups lookups) {
    this.use = use;
    this.spoken = spoken;
    this.lookups = lookups;
  }

  /** Tells the sink where to look for services, the preferred first; nothing where none is told. */
  void find(String domain, Consumer<List<Place>> sink) {
    if (use == PointerUse.NONE) {
      sink.accept(List.of());
      return;
    }
    lookups.ask(
        new DnsQuestion(domain, DnsType.NAPTR),
        answer ->
            sink.accept(answer instanceof DnsAnswer.Records found ? places(found) : List.of()));
  }

  private List<Place> places(DnsAnswer.Records found) {
    Comparator<DnsRecord.Pointer> ours =
        Comparator.comparingInt(pointer -> spoken.indexOf(protocol(pointer)));
    Comparator<DnsRecord.Pointer> theirs =
        Comparator.comparingInt(DnsRecord.Pointer::order)
            .thenComparingInt(DnsRecord.Pointer::preference);
    return found.records().stream()
        .map(DnsRecord.Pointer.class::cast)
        .filter(pointer -> pointer.flags().equalsIgnoreCase("s"))
        .filter(this::isSpoken)
        .sorted(
            use == PointerUse.OWN_ORDER ? ours.thenComparing(theirs) : theirs.thenComparing(ours))
        .flatMap(pointer -> place(pointer).stream())
        .toList();
  }

  private boolean isSpoken(DnsRecord.Pointer pointer) {
    TransportProtocol protocol = protocol(pointer);
    return protocol != null && spoken.contains(protocol);
  }

  private static Optional<Place> place(DnsRecord.Pointer pointer) {
    TransportProtocol protocol = protocol(pointer);
    String name = HostName.normalised(pointer.replacement());
    return protocol == null || name == null
        ? Optional.empty()
        : Optional.of(new Place(protocol, name));
  }

  private static @Nullable TransportProtocol protocol(DnsRecord.Pointer pointer) {
    return switch (pointer.service().toUpperCase(Locale.ROOT)) {
      case "SIP+D2U" -> TransportProtocol.UDP;
      case "SIP+D2T" -> TransportProtocol.TCP;
      case "SIPS+D2T" -> TransportProtocol.TLS;
      case "SIP+D2S" -> TransportProtocol.SCTP;
      default -> null;
    };
  }
}
