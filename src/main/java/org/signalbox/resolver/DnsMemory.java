// SPDX-License-Identifier: Apache-2.0
package org.signalbox.resolver;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the resolver remembers, for operators. What they add counts for every look-up of the same
 * question from now on. Thread-safe.
 */
public final class DnsMemory {
  private final DnsLookups lookups;

  DnsMemory(DnsLookups lookups) {
    this.lookups = lookups;
  }

  private DnsCache cache() {
    return lookups.cache();
  }

  /** Whether nothing is remembered ({@code use_dns_cache=no}). */
  public boolean off() {
    return cache().off();
  }

  /** Everything, in no order. */
  public List<DnsEntry> all() {
    return cache().all();
  }

  /**
   * Looks a name up, as a message would.
   *
   * @param told hears what is known then, once; during this call or on the resolver's executor
   */
  public void lookUp(String name, DnsType type, Consumer<Optional<DnsEntry>> told) {
    String normalised = HostName.normalised(name);
    if (normalised == null) {
      told.accept(Optional.empty());
      return;
    }
    DnsQuestion question = new DnsQuestion(normalised, type);
    lookups.ask(question, answer -> told.accept(cache().entry(question)));
  }

  /**
   * Adds a record to what is known of a name.
   *
   * @param ttl how long it is remembered, and with it what was known before
   * @param permanent whether it stays until it is forgotten on demand
   * @return false when that cannot be a name
   */
  public boolean add(String name, DnsType type, DnsRecord record, Duration ttl, boolean permanent) {
    String normalised = HostName.normalised(name);
    if (normalised != null) {
      cache().add(new DnsQuestion(normalised, type), record, ttl, permanent);
    }
    return normalised != null;
  }

  /** Forgets a name; false when nothing was known of it. */
  public boolean forget(String name, DnsType type) {
    String normalised = HostName.normalised(name);
    return normalised != null && cache().remove(new DnsQuestion(normalised, type));
  }

  /** Forgets everything, or all but what is permanent. */
  public void forgetAll(boolean permanentToo) {
    cache().clear(permanentToo);
  }
}
