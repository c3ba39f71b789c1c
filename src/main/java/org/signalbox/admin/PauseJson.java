// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.keepalive.Pause;

/**
 * A pause that somebody wants, and how one looks in JSON.
 *
 * @param reason for operators; may be empty
 * @param length after which pings go on; null for when somebody says so
 */
record PauseJson(String reason, @Nullable Duration length) {
  private static final List<String> MEMBERS = List.of("reason", "seconds");
  private static final int LONGEST_REASON = 200;
  private static final long MOST = Duration.ofDays(3650).toSeconds();

  /**
   * Reads the body of a PUT.
   *
   * @throws ProblemException with status 400
   */
  static PauseJson read(InputStream body) {
    JsonObject json = JsonBody.object(body, MEMBERS);
    JsonValue reason = json.getOrDefault("reason", JsonValue.NULL);
    if (reason != JsonValue.NULL && !(reason instanceof JsonString)) {
      throw ProblemException.badField("reason", "It must be a string.");
    }
    String text = reason instanceof JsonString given ? given.getString().strip() : "";
    if (text.length() > LONGEST_REASON || text.chars().anyMatch(Character::isISOControl)) {
      throw ProblemException.badField(
          "reason", "It must be one line of at most " + LONGEST_REASON + " characters.");
    }
    Duration length =
        json.getOrDefault("seconds", JsonValue.NULL) == JsonValue.NULL
            ? null
            : Duration.ofSeconds(JsonBody.whole(json, "seconds", 1, MOST));
    return new PauseJson(text, length);
  }

  /** What the page shows of a pause; null for none. */
  static JsonValue of(@Nullable Pause pause) {
    if (pause == null) {
      return JsonValue.NULL;
    }
    return Json.createObjectBuilder()
        .add("reason", pause.reason())
        .add("since", pause.since().toString())
        .add("by", pause.by())
        .add(
            "until",
            pause.until() == null ? JsonValue.NULL : Json.createValue(pause.until().toString()))
        .build();
  }
}
