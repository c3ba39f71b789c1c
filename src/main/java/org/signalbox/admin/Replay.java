// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.siprepo.SipRepository;

/**
 * How a message is to run again: {@code {"route": "RETRY", "keep": true, "group": "WG01"}}.
 *
 * @param after whether the copy stays, which it does unless {@code keep} is false
 * @param group the workers; null for those that serve events
 */
record Replay(String route, SipRepository.After after, @Nullable String group) {
  private static final List<String> MEMBERS = List.of("route", "keep", "group");

  /**
   * @throws ProblemException with status 400
   */
  static Replay read(InputStream body) {
    JsonObject json = JsonBody.object(body, MEMBERS);
    JsonValue keep = json.getOrDefault("keep", JsonValue.TRUE);
    if (keep != JsonValue.TRUE && keep != JsonValue.FALSE) {
      throw ProblemException.badField("keep", "It must be true or false.");
    }
    return new Replay(
        JsonBody.text(json, "route"),
        keep == JsonValue.TRUE ? SipRepository.After.KEEP : SipRepository.After.REMOVE,
        JsonBody.optionalText(json, "group"));
  }
}
