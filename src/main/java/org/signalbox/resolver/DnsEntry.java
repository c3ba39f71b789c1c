// SPDX-License-Identifier: Apache-2.0
package org.signalbox.resolver;

import java.util.List;

/**
 * What is remembered about a name.
 *
 * @param name in lower case, without a dot at its end
 * @param records empty when there are none, or no server could say
 * @param permanent whether it stays until somebody forgets it
 * @param secondsLeft until it is forgotten, begun ones whole; 0 for a permanent one
 */
public record DnsEntry(
    String name, DnsType type, List<DnsRecord> records, boolean permanent, long secondsLeft) {}
