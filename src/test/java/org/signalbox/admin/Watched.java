// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.keepalive.DestinationState;
import org.signalbox.keepalive.DestinationStatus;
import org.signalbox.keepalive.Health;
import org.signalbox.keepalive.PingOutcome;
import org.signalbox.keepalive.PingResult;
import org.signalbox.keepalive.PingSettings;

/** Destinations as the tests of this room need them. */
final class Watched {
  static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
  static final InetSocketAddress LOCAL = new InetSocketAddress("127.0.0.1", 5060);

  private Watched() {}

  /** One that was never pinged. */
  static DestinationStatus fresh(long id, String uri, String owner) {
    return of(
        id, uri, owner, new Health(DestinationState.UNKNOWN, NOON, 0, 0, null, null, null, false));
  }

  /** One that is in that state for that reason. */
  static DestinationStatus pinged(long id, DestinationState state, PingOutcome outcome) {
    boolean up = state == DestinationState.UP;
    Instant success = up ? NOON : null;
    Instant failure = up ? null : NOON;
    PingResult last = new PingResult(3, NOON, outcome);
    return of(
        id,
        "sip:" + id,
        "o",
        new Health(state, NOON, up ? 0 : 3, up ? 3 : 0, success, failure, last, false));
  }

  private static DestinationStatus of(long id, String uri, String owner, Health health) {
    boolean pinged = health.last() != null;
    return new DestinationStatus(
        id,
        uri,
        owner,
        false,
        NOON,
        PingSettings.DEFAULT.with(Map.of("ping_interval", "2.5")),
        Map.of("ping_interval", "2.5"),
        health,
        pinged ? 3 : 0,
        checked(pinged),
        false,
        null,
        null);
  }

  private static @Nullable Instant checked(boolean pinged) {
    return pinged ? NOON : null;
  }
}
