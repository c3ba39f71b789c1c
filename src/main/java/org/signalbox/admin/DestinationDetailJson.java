// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.keepalive.Deed;
import org.signalbox.keepalive.DestinationStatus;
import org.signalbox.keepalive.Keepalive;
import org.signalbox.keepalive.RoundTripSummary;
import org.signalbox.keepalive.StateChange;
import org.signalbox.keepalive.TargetStatus;

/** All that is known about one destination: its list entry, and why, since when, by whom. */
final class DestinationDetailJson {
  private DestinationDetailJson() {}

  static JsonObject of(DestinationStatus destination, Keepalive keepalive) {
    int[] roundTrips = keepalive.roundTrips(destination.id());
    JsonObjectBuilder json = DestinationJson.of(destination, roundTrips);
    json.add("roundTrips", summary(RoundTripSummary.of(roundTrips).orElse(null)))
        .add("history", history(keepalive.history(destination.id())))
        .add("targets", targets(keepalive.targets(destination.id())))
        .add("changed", deed(destination.deed()));
    JsonObjectBuilder settings = Json.createObjectBuilder();
    destination.settings().byName().forEach(settings::add);
    JsonArrayBuilder own = Json.createArrayBuilder();
    destination.own().keySet().stream().sorted().forEach(own::add);
    return json.add("settings", settings).add("own", own).build();
  }

  private static JsonValue summary(@Nullable RoundTripSummary times) {
    return times == null
        ? JsonValue.NULL
        : Json.createObjectBuilder()
            .add("count", times.count())
            .add("leastMillis", times.least() / 1000.0)
            .add("medianMillis", times.median() / 1000.0)
            .add("p95Millis", times.p95() / 1000.0)
            .add("p99Millis", times.p99() / 1000.0)
            .add("mostMillis", times.most() / 1000.0)
            .build();
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

  private static JsonArrayBuilder targets(List<TargetStatus> targets) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    for (TargetStatus target : targets) {
      JsonObjectBuilder json = Json.createObjectBuilder().add("address", target.address());
      DestinationJson.addVerdict(json, target.health());
      DestinationJson.addLatest(json, target.health());
      all.add(
          json.add("failures", target.health().failures())
              .add("roundTrips", summary(target.roundTrips()))
              .add("history", history(target.history())));
    }
    return all;
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
