// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the member {@code settings} of a body. */
final class SettingsJson {
  private SettingsJson() {}

  /**
   * Values by name, null for the configuration file's value; none where there is no such member.
   *
   * @throws ProblemException with status 400
   */
  static Map<String, @Nullable String> read(JsonObject json) {
    Map<String, @Nullable String> settings = new HashMap<>();
    JsonValue given = json.get("settings");
    if (given instanceof JsonObject object) {
      object.forEach((name, value) -> settings.put(name, setting(name, value)));
    } else if (given != null) {
      throw ProblemException.badField("settings", "It must be an object.");
    }
    return settings;
  }

  private static @Nullable String setting(String name, JsonValue value) {
    return switch (value.getValueType()) {
      case NULL -> null;
      case STRING -> ((JsonString) value).getString();
      case NUMBER -> value.toString();
      case TRUE -> "1";
      case FALSE -> "0";
      case ARRAY, OBJECT ->
          throw ProblemException.badField(
              JsonBody.shortened(name), "It must be a string or a number.");
    };
  }
}
