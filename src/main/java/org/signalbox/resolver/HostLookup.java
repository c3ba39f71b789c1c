// SPDX-License-Identifier: Apache-2.0
package org.signalbox.resolver;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The addresses of one host name: from the hosts file, else A and AAAA side by side. */
final class HostLookup {
  private final AddressFamilies families;
  private final HostsFile hosts;
  private final DnsLookups lookups;

  HostLookup(AddressFamilies families, HostsFile hosts, DnsLookups lookups) {
    this.families = families;
    this.hosts = hosts;
    this.lookups = lookups;
  }

  /** What the hosts file says about a name, the preferred family first; perhaps nothing. */
  List<DnsRecord> local(String name) {
    List<InetAddress> known = hosts.find(name);
    if (known.isEmpty()) {
      return List.of();
    }
    List<DnsRecord> wanted = new ArrayList<>(known.size());
    for (DnsType family : families.types()) {
      for (InetAddress address : known) {
        if ((address.getAddress().length == 4) == (family == DnsType.A)) {
          wanted.add(new DnsRecord.Host(address));
        }
      }
    }
    return wanted;
  }

  /** Tells the sink the addresses of a name, the preferred family first. */
  void find(String name, Consumer<DnsAnswer> sink) {
    List<DnsRecord> local = local(name);
    if (!local.isEmpty()) {
      sink.accept(new DnsAnswer.Records(local, Duration.ZERO));
      return;
    }
    Gather.<DnsType, DnsAnswer>all(
        families.types(),
        (type, answer) -> lookups.ask(new DnsQuestion(name, type), answer),
        answers -> sink.accept(merged(answers)));
  }

  /** What was found, if anything was; else the failure that may pass, before the lasting one. */
  private static DnsAnswer merged(List<DnsAnswer> answers) {
    List<DnsRecord> records = new ArrayList<>();
    DnsAnswer failure = answers.get(0);
    for (DnsAnswer answer : answers) {
      if (answer instanceof DnsAnswer.Records found) {
        records.addAll(found.records());
      } else if (((DnsAnswer.Failure) answer).cause() != Location.Cause.UNKNOWN_NAME) {
        failure = answer;
      }
    }
    return records.isEmpty() ? failure : new DnsAnswer.Records(records, Duration.ZERO);
  }
}
