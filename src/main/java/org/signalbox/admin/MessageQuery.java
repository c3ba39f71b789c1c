// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.siprepo.SipRepository;
import org.signalbox.siprepo.StoredMessage;

/**
 * One page of the messages that are kept. Its cost does not depend on how many there are.
 *
 * @param callId only those of this call; null for all
 * @param bounds which page
 */
record MessageQuery(@Nullable String callId, PageBounds bounds) {
  static MessageQuery of(@Nullable String callId, PageBounds bounds) {
    String wanted = callId == null ? "" : callId.strip();
    return new MessageQuery(wanted.isEmpty() ? null : wanted, bounds);
  }

  /** What there is while the module is not loaded, which the page has to know without an error. */
  static JsonObject none() {
    return Json.createObjectBuilder()
        .add("loaded", false)
        .add("total", 0)
        .add("bytes", 0)
        .add("matching", 0)
        .add("messages", Json.createArrayBuilder())
        .addNull("next")
        .build();
  }

  JsonObject page(SipRepository repository) {
    int limit = bounds.limit();
    List<StoredMessage> found = found(repository);
    List<StoredMessage> page = found.subList(0, Math.min(limit, found.size()));
    JsonArrayBuilder messages = Json.createArrayBuilder();
    page.forEach(each -> messages.add(MessageJson.of(each)));
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("loaded", true)
            .add("total", repository.count())
            .add("bytes", repository.bytes())
            .add("matching", callId == null ? repository.count() : repository.count(callId))
            .add("messages", messages);
    boolean more = found.size() > limit;
    return PageBounds.next(json, more, more ? page.get(limit - 1).number() : 0).build();
  }

  /** One more than the page holds, if there is one. */
  private List<StoredMessage> found(SipRepository repository) {
    return callId == null
        ? repository.page(bounds.after(), bounds.limit() + 1)
        : repository.page(callId, bounds.after(), bounds.limit() + 1);
  }
}
