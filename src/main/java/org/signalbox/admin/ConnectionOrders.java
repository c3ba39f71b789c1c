// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.signalbox.transport.TcpKeepalive;

/** Reads what is to be done with a connection; whatever is wrong names the member at fault. */
final class ConnectionOrders {
  private ConnectionOrders() {}

  /** {@code {"seconds": 30}}, or null for ever. */
  static Optional<Duration> lifetime(InputStream body) {
    JsonObject json = JsonBody.object(body, List.of("seconds"));
    if (json.get("seconds") == JsonValue.NULL) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofSeconds(JsonBody.whole(json, "seconds", 0, Integer.MAX_VALUE)));
  }

  /** {@code {"idleSeconds": 60, "count": 5, "intervalSeconds": 5}}. */
  static TcpKeepalive keepalive(InputStream body) {
    JsonObject json = JsonBody.object(body, List.of("idleSeconds", "count", "intervalSeconds"));
    return new TcpKeepalive(
        (int) JsonBody.whole(json, "idleSeconds", 1, TcpKeepalive.MOST),
        (int) JsonBody.whole(json, "count", 1, TcpKeepalive.MOST_COUNT),
        (int) JsonBody.whole(json, "intervalSeconds", 1, TcpKeepalive.MOST));
  }
}
