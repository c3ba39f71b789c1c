// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A destination at one moment, for lists, pages and events.
 *
 * @param id its own number, never given to another destination
 * @param uri as stored and pinged
 * @param owner who asked for it; {@code _params} for those of the configuration file
 * @param fixed whether the configuration file names it, so that it is back after a restart
 * @param added when it was added
 * @param settings how it is pinged
 * @param own by name, those settings that were made for it alone
 * @param health its state and why
 * @param pings how many were sent so far
 * @param lastChecked when the last ping was sent; null before the first
 * @param stopped whether {@code delete_counter} or an interval of 0 ended its pings
 * @param pause why it is not pinged now, alone or with all; null when it is
 * @param deed what an operator did to it last; null for nothing
 */
public record DestinationStatus(
    long id,
    String uri,
    String owner,
    boolean fixed,
    Instant added,
    PingSettings settings,
    Map<String, String> own,
    Health health,
    long pings,
    @Nullable Instant lastChecked,
    boolean stopped,
    @Nullable Pause pause,
    @Nullable Deed deed) {}
