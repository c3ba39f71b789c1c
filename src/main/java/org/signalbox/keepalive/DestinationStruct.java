// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.signalbox.rpc.RpcCall;
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
    RoundTripSummary.of(roundTrips).ifPresent(times -> percentiles(into, times));
    into.add("group", destination.settings().group())
        .add("maintenance", destination.settings().maintenance() ? 1 : 0);
    Pause pause = destination.pause();
    if (pause != null) {
      into.add("paused", pause.reason())
          .add("paused_by", pause.by())
          .add("paused_until", pause.until() == null ? "" : pause.until().toString());
    }
    Deed deed = destination.deed();
    if (deed != null) {
      into.add("changed", deed.what() + " by " + deed.by() + " at " + deed.at());
    }
    RpcStruct own = into.struct("own");
    destination.own().forEach(own::add);
  }

  /** One address behind a name. */
  static void target(RpcStruct into, TargetStatus target) {
    Health health = target.health();
    PingResult last = health.last();
    into.add("address", target.address())
        .add("state", health.state().number())
        .add("since", health.since().toString())
        .add("code", last == null ? 0 : last.outcome().code())
        .add("reason", health.why())
        .add("failures", health.failures())
        .add("changes", target.history().size());
    RoundTripSummary times = target.roundTrips();
    if (times != null) {
      percentiles(into, times);
    }
  }

  private static void percentiles(RpcStruct into, RoundTripSummary times) {
    into.add("rtt_median", times.median()).add("rtt_p95", times.p95()).add("rtt_p99", times.p99());
  }

  /** One change of state. */
  static void change(RpcCall call, StateChange change) {
    call.struct()
        .add("at", change.at().toString())
        .add("previous", change.previous().number())
        .add("state", change.state().number())
        .add("code", change.code())
        .add("reason", change.why());
  }

  private static String ctime(@Nullable Instant instant) {
    Instant told = instant == null ? Instant.EPOCH : instant;
    return CTIME.format(told.atZone(ZoneId.systemDefault()));
  }
}
