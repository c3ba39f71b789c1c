// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.signalbox.keepalive.Deed;
import org.signalbox.keepalive.DestinationStatus;
import org.signalbox.keepalive.Keepalive;
import org.signalbox.keepalive.PingOutcome;
import org.signalbox.keepalive.PingResult;
import org.signalbox.keepalive.RoundTripSummary;
import org.signalbox.keepalive.StateChange;

/** All that is known about one destination: its list entry, and why, since when, by whom. */
final class DestinationDetailJson {
  private DestinationDetailJson() {}

  static JsonObject of(DestinationStatus destination, Keepalive keepalive) {
    int[] roundTrips = keepalive.roundTrips(destination.id());
    JsonObjectBuilder json = DestinationJson.of(destination, roundTrips);
    json.add("roundTrips", summary(RoundTripSummary.of(roundTrips)))
        .add("history", history(keepalive.history(destination.id())))
        .add("targets", targets(destination))
        .add("changed", deed(destination.deed()));
    JsonObjectBuilder settings = Json.createObjectBuilder();
    destination.settings().byName().forEach(settings::add);
    JsonArrayBuilder own = Json.createArrayBuilder();
    destination.own().keySet().stream().sorted().forEach(own::add);
    return json.add("settings", settings).add("own", own).build();
  }

  private static JsonValue summary(Optional<RoundTripSummary> summary) {
    return summary
        .<JsonValue>map(
            times ->
                Json.createObjectBuilder()
                    .add("count", times.count())
                    .add("leastMillis", times.least() / 1000.0)
                    .add("medianMillis", times.median() / 1000.0)
                    .add("p95Millis", times.p95() / 1000.0)
                    .add("p99Millis", times.p99() / 1000.0)
                    .add("mostMillis", times.most() / 1000.0)
                    .build())
        .orElse(JsonValue.NULL);
  }

  private static JsonArrayBuilder history(Iterable<StateChange> changes) {
    JsonArrayBuilder history = Json.createArrayBuilder();
    for (StateChange change : changes) {
      history.add(
          Json.createObjectBuilder()
              .add("at", change.at().toString())
              .add("previous", DestinationJson.name(change.previous()))
              .add("state", DestinationJson.name(change.state()))
              .add("code", change.code())
              .add("reason", change.why()));
    }
    return history;
  }

  private static JsonArrayBuilder targets(DestinationStatus destination) {
    PingResult last = destination.health().last();
    JsonArrayBuilder targets = Json.createArrayBuilder();
    if (last != null && last.outcome() instanceof PingOutcome.Several several) {
      for (PingOutcome.OfTarget target : several.targets()) {
        Duration roundTrip = target.outcome().roundTrip();
        JsonObjectBuilder json =
            Json.createObjectBuilder()
                .add("address", target.address())
                .add(
                    "state",
                    destination.settings().policy().accepts(target.outcome()) ? "up" : "down")
                .add("code", target.outcome().code())
                .add("reason", target.outcome().why());
        targets.add(
            roundTrip == null
                ? json.addNull("roundTripMillis")
                : json.add("roundTripMillis", roundTrip.toNanos() / 1e6));
      }
    }
    return targets;
  }

  private static JsonValue deed(@Nullable Deed deed) {
    return deed == null
        ? JsonValue.NULL
        : Json.createObjectBuilder()
            .add("what", deed.what())
            .add("by", deed.by())
            .add("at", deed.at().toString())
            .build();
  }
}
