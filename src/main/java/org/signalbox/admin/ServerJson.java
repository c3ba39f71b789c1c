// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import org.signalbox.server.ServerFacts;
import org.signalbox.sip.ListeningPoint;

/** How the server looks in JSON. */
final class ServerJson {
  private ServerJson() {}

  /**
   * @param user who asks
   * @param admin whether that login may change things
   */
  static JsonObjectBuilder of(ServerFacts facts, String user, boolean admin) {
    JsonArrayBuilder listeners = Json.createArrayBuilder();
    facts.listeners().forEach(listener -> listeners.add(of(listener)));
    return Json.createObjectBuilder()
        .add("name", "Signalbox")
        .add("version", facts.version())
        .add("configuration", facts.configuration())
        .add("startedAt", facts.startedAt().toString())
        .add("listeners", listeners)
        .add("user", Json.createObjectBuilder().add("name", user).add("admin", admin));
  }

  private static JsonObjectBuilder of(ListeningPoint listener) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("protocol", listener.protocol().parameterName())
            .add("host", listener.address().getAddress().getHostAddress())
            .add("port", listener.address().getPort());
    String name = listener.name();
    return name == null ? json.addNull("name") : json.add("name", name);
  }
}
