// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.keepalive.NewDestination;

/** Reads the body of a POST; whatever is wrong with it names the member at fault. */
final class NewDestinationJson {
  static final String DEFAULT_OWNER = "operator";
  private static final List<String> MEMBERS =
      List.of("uri", "owner", "intervalSeconds", "settings");

  private NewDestinationJson() {}

  /**
   * @throws ProblemException with status 400
   */
  static NewDestination read(InputStream body) {
    JsonObject json = JsonBody.object(body, MEMBERS);
    String uri = JsonBody.text(json, "uri");
    String owner = json.containsKey("owner") ? JsonBody.text(json, "owner") : DEFAULT_OWNER;
    NewDestination destination = NewDestination.of(uri, owner);
    for (Map.Entry<String, @Nullable String> each : SettingsJson.read(json).entrySet()) {
      String value = each.getValue();
      if (value != null) {
        destination = destination.with(each.getKey(), value);
      }
    }
    JsonValue interval = json.get("intervalSeconds");
    return interval == null || interval == JsonValue.NULL
        ? destination
        : destination.every(interval(interval));
  }

  private static Duration interval(JsonValue value) {
    if (value.getValueType() == ValueType.NUMBER) {
      JsonNumber number = (JsonNumber) value;
      if (number.isIntegral() && number.bigIntegerValueExact().bitLength() < 32) {
        return Duration.ofSeconds(number.longValueExact());
      }
    }
    throw ProblemException.badField("intervalSeconds", "It must be a whole number of seconds.");
  }
}
