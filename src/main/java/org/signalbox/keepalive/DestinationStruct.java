// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.signalbox.rpc.RpcStruct;

/** How a destination looks in the answer of a command. */
final class DestinationStruct {
  /** As C's ctime: local time, 24 characters and a line feed. */
  private static final DateTimeFormatter CTIME =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy\n", Locale.ROOT);

  private DestinationStruct() {}

  /** Kamailio's members, whose names have blanks. */
  static void kamailio(RpcStruct into, DestinationStatus destination) {
    Health health = destination.health();
    into.add("uri", destination.uri())
        .add("owner", destination.owner())
        .add("last checked", ctime(destination.lastChecked()))
        .add("last up", ctime(health.lastUp()))
        .add("last down", ctime(health.lastDown()))
        .add("state", health.state().number());
  }

  /** What a list needs, and why the state is what it is. */
  static RpcStruct brief(RpcStruct into, DestinationStatus destination) {
    Health health = destination.health();
    PingResult last = health.last();
    InetSocketAddress source = last == null ? null : last.outcome().local();
    return into.add("id", destination.id())
        .add("uri", destination.uri())
        .add("owner", destination.owner())
        .add("state", health.state().number())
        .add("since", health.since().toString())
        .add("code", last == null ? 0 : last.outcome().code())
        .add("reason", health.why())
        .add("failures", health.failures())
        .add("source", source == null ? "" : Addresses.text(source));
  }

  /**
   * Everything.
   *
   * @param roundTrips in microseconds, oldest first
   */
  static void whole(RpcStruct into, DestinationStatus destination, int[] roundTrips) {
    brief(into, destination)
        .add("pings", destination.pings())
        .add("stopped", destination.stopped() ? 1 : 0)
        .add("last checked", ctime(destination.lastChecked()))
        .add("last up", ctime(destination.health().lastUp()))
        .add("last down", ctime(destination.health().lastDown()))
        .add("rtt", roundTrips.length == 0 ? 0 : roundTrips[roundTrips.length - 1]);
  }

  private static String ctime(@Nullable Instant instant) {
    Instant told = instant == null ? Instant.EPOCH : instant;
    return CTIME.format(told.atZone(ZoneId.systemDefault()));
  }
}
