// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.signalbox.keepalive.DestinationState;
import org.signalbox.keepalive.DestinationStatus;
import org.signalbox.keepalive.Health;
import org.signalbox.keepalive.PingResult;
import org.signalbox.keepalive.StateCounts;
import org.signalbox.transport.Addresses;

/** How a destination looks in JSON. Times are ISO 8601 instants, round trips milliseconds. */
final class DestinationJson {
  private DestinationJson() {}

  /**
   * @param roundTrips the latest round trips in microseconds, oldest first
   */
  static JsonObjectBuilder of(DestinationStatus destination, int[] roundTrips) {
    Health health = destination.health();
    PingResult last = health.last();
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", destination.id())
            .add("uri", destination.uri())
            .add("owner", destination.owner())
            .add("origin", destination.fixed() ? "file" : "runtime");
    addVerdict(json, health);
    addInstant(json, "lastPing", destination.lastChecked());
    addLatest(json, health);
    JsonArrayBuilder latest = Json.createArrayBuilder();
    for (int micros : roundTrips) {
      latest.add(millis(micros));
    }
    json.add("roundTripsMillis", latest)
        .add("pings", destination.pings())
        .add("failures", health.failures())
        .add("stopped", destination.stopped())
        .add("intervalSeconds", seconds(destination.settings().interval()))
        .add("group", destination.settings().group())
        .add("maintenance", destination.settings().maintenance())
        .add("pause", PauseJson.of(destination.pause()));
    InetSocketAddress source = last == null ? null : last.outcome().local();
    addText(json, "source", source == null ? null : Addresses.text(source));
    return json;
  }

  /** The state, since when, and why. */
  static void addVerdict(JsonObjectBuilder json, Health health) {
    PingResult last = health.last();
    json.add("state", name(health.state())).add("since", health.since().toString());
    if (last == null || last.outcome().code() == 0) {
      json.addNull("code");
    } else {
      json.add("code", last.outcome().code());
    }
    json.add("reason", health.why());
  }

  /** When it was heard last, and how fast. */
  static void addLatest(JsonObjectBuilder json, Health health) {
    addInstant(json, "lastUp", health.lastUp());
    addInstant(json, "lastDown", health.lastDown());
    PingResult last = health.last();
    Duration roundTrip = last == null ? null : last.outcome().roundTrip();
    if (roundTrip == null) {
      json.addNull("roundTripMillis");
    } else {
      json.add("roundTripMillis", millis(roundTrip.toNanos() / 1000));
    }
  }

  static JsonObjectBuilder of(StateCounts counts) {
    return Json.createObjectBuilder()
        .add("up", counts.up())
        .add("down", counts.down())
        .add("unknown", counts.unknown());
  }

  static String name(DestinationState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static double millis(long micros) {
    return micros / 1000.0;
  }

  private static double seconds(Duration interval) {
    return interval.toMillis() / 1000.0;
  }

  private static void addInstant(JsonObjectBuilder json, String name, @Nullable Instant instant) {
    addText(json, name, instant == null ? null : instant.toString());
  }

  private static void addText(JsonObjectBuilder json, String name, @Nullable String value) {
    if (value == null) {
      json.addNull(name);
    } else {
      json.add(name, value);
    }
  }
}
