// SPDX-License-Identifier: Apache-2.0
package org.signalbox.resolver;

import java.time.Duration;
import java.util.List;

/** What the name servers say, or why they say nothing. */
sealed interface DnsAnswer {

  /**
   * At least one record.
   *
   * @param ttl the shortest of them
   */
  record Records(List<DnsRecord> records, Duration ttl) implements DnsAnswer {}

  /** No record. {@code detail} is a clause that follows the name. */
  record Failure(Location.Cause cause, String detail) implements DnsAnswer {}
}
