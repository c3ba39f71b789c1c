// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.signalbox.transport.Addresses;
import org.signalbox.transport.Connection;
import org.signalbox.transport.ConnectionState;
import org.signalbox.transport.ConnectionTable;

/**
 * One page of a filtered list, in the order in which connections began.
 *
 * @param state only those in it; null for all
 * @param search only those whose addresses or protocol have it, in lower case; empty for all
 * @param bounds which page
 */
record ConnectionQuery(@Nullable ConnectionState state, String search, PageBounds bounds) {
  private static final Comparator<Connection> OLDEST_FIRST =
      Comparator.comparingLong(Connection::id);

  /**
   * @throws ProblemException with status 400 for a state that does not exist
   */
  static ConnectionQuery of(@Nullable String state, @Nullable String search, PageBounds bounds) {
    String wanted = search == null ? "" : search.strip().toLowerCase(Locale.ROOT);
    return new ConnectionQuery(state(state), wanted, bounds);
  }

  private static @Nullable ConnectionState state(@Nullable String name) {
    if (name == null || name.isEmpty()) {
      return null;
    }
    for (ConnectionState state : ConnectionState.values()) {
      if (state != ConnectionState.CLOSED && ConnectionJson.name(state).equals(name)) {
        return state;
      }
    }
    throw ProblemException.badField("state", "It must be ok, accept or connect.");
  }

  /** Looks at every connection once and keeps no more than the page needs. */
  JsonObject page(ConnectionTable table) {
    int limit = bounds.limit();
    PriorityQueue<Connection> first = new PriorityQueue<>(limit + 2, OLDEST_FIRST.reversed());
    int matching = 0;
    Iterator<Connection> all = table.all().iterator();
    while (all.hasNext()) {
      Connection connection = all.next();
      if (!matches(connection)) {
        continue;
      }
      matching++;
      if (connection.id() > bounds.after()) {
        first.add(connection);
        if (first.size() > limit + 1) {
          first.remove();
        }
      }
    }
    List<Connection> page = new ArrayList<>(first);
    page.sort(OLDEST_FIRST);
    boolean more = page.size() > limit;
    JsonArrayBuilder shown = Json.createArrayBuilder();
    page.stream().limit(limit).map(ConnectionJson::of).forEach(shown::add);
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("total", table.size())
            .add("matching", matching)
            .add("queuedBytes", table.queuedBytes())
            .add("connections", shown);
    return PageBounds.next(json, more, more ? page.get(limit - 1).id() : 0).build();
  }

  private boolean matches(Connection connection) {
    return (state == null || connection.state() == state)
        && (search.isEmpty() || text(connection).contains(search));
  }

  private static String text(Connection connection) {
    return connection.protocol().parameterName()
        + ":"
        + Addresses.text(connection.peer())
        + " "
        + Addresses.text(connection.local())
        + " "
        + Addresses.text(connection.socketPeer());
  }
}
