// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.signalbox.keepalive.DestinationState;
import org.signalbox.keepalive.DestinationStatus;
import org.signalbox.keepalive.Keepalive;

/**
 * One page of a filtered list, in the order in which destinations were added.
 *
 * @param state only those in it; null for all
 * @param search only those whose URI or owner has it, in lower case; empty for all
 * @param group only those of it; empty for all
 * @param bounds which page
 */
record DestinationQuery(
    @Nullable DestinationState state, String search, String group, PageBounds bounds) {
  private static final int STRIDE = 1000;

  /**
   * @throws ProblemException with status 400 for a state that does not exist
   */
  static DestinationQuery of(
      @Nullable String state, @Nullable String search, @Nullable String group, PageBounds bounds) {
    String wanted = search == null ? "" : search.strip().toLowerCase(Locale.ROOT);
    return new DestinationQuery(state(state), wanted, group == null ? "" : group, bounds);
  }

  private static @Nullable DestinationState state(@Nullable String name) {
    if (name == null || name.isEmpty()) {
      return null;
    }
    for (DestinationState state : DestinationState.values()) {
      if (DestinationJson.name(state).equals(name)) {
        return state;
      }
    }
    throw ProblemException.badField("state", "It must be up, down or unknown.");
  }

  /** Reads the page; without filter its cost does not depend on how many there are. */
  JsonObject page(Keepalive keepalive) {
    JsonArrayBuilder found = Json.createArrayBuilder();
    int limit = bounds.limit();
    DestinationWalk walk =
        new DestinationWalk(keepalive, bounds.after(), filtered() ? STRIDE : limit + 1);
    long last = 0;
    int taken = 0;
    boolean more = false;
    while (!more && walk.hasNext()) {
      DestinationStatus destination = walk.next();
      if (!matches(destination)) {
        continue;
      }
      more = taken == limit;
      if (!more) {
        found.add(DestinationJson.of(destination, keepalive.roundTrips(destination.id())));
        last = destination.id();
        taken++;
      }
    }
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("total", keepalive.size())
            .add("matching", matching(keepalive))
            .add("counts", DestinationJson.of(keepalive.counts()))
            .add("destinations", found);
    return PageBounds.next(json, more, last).build();
  }

  private int matching(Keepalive keepalive) {
    if (search.isEmpty() && group.isEmpty()) {
      return state == null ? keepalive.size() : keepalive.counts().in(state);
    }
    int matching = 0;
    DestinationWalk walk = new DestinationWalk(keepalive, 0, STRIDE);
    while (walk.hasNext()) {
      if (matches(walk.next())) {
        matching++;
      }
    }
    return matching;
  }

  private boolean filtered() {
    return state != null || !search.isEmpty() || !group.isEmpty();
  }

  private boolean matches(DestinationStatus destination) {
    return (state == null || destination.health().state() == state)
        && (group.isEmpty() || group.equals(destination.settings().group()))
        && (search.isEmpty()
            || destination.uri().toLowerCase(Locale.ROOT).contains(search)
            || destination.owner().toLowerCase(Locale.ROOT).contains(search));
  }
}
