// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.signalbox.transport.Addresses;
import org.signalbox.transport.Connection;
import org.signalbox.transport.ConnectionState;

/** How a connection looks in JSON. Times are ISO 8601 instants, spans seconds. */
final class ConnectionJson {
  private ConnectionJson() {}

  static JsonObjectBuilder of(Connection connection) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", connection.id())
            .add("protocol", connection.protocol().parameterName())
            .add("state", name(connection.state()))
            .add("outgoing", connection.outgoing())
            .add("peer", peer(connection))
            .add("local", Addresses.text(connection.local()));
    if (connection.socketPeer().equals(connection.peer())) {
      json.addNull("proxy");
    } else {
      json.add("proxy", Addresses.text(connection.socketPeer()));
    }
    json.add("created", connection.created().toString())
        .add("idleSeconds", seconds(connection.idle()));
    add(json, "lifetimeSeconds", connection.lifetime());
    add(json, "remainingSeconds", connection.remaining());
    return json.add("messagesReceived", connection.messagesReceived())
        .add("messagesSent", connection.messagesSent())
        .add("bytesReceived", connection.bytesReceived())
        .add("bytesSent", connection.bytesSent())
        .add("queuedBytes", connection.queuedBytes());
  }

  static String name(ConnectionState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  static String peer(Connection connection) {
    return Addresses.text(connection.peer());
  }

  private static void add(JsonObjectBuilder json, String name, Optional<Duration> span) {
    if (span.isPresent()) {
      json.add(name, seconds(span.get()));
    } else {
      json.addNull(name);
    }
  }

  private static double seconds(Duration span) {
    return Math.max(0, span.toMillis()) / 1000.0;
  }
}
