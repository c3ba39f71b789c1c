// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import org.signalbox.async.Async;
import org.signalbox.async.Waiting;
import org.signalbox.worker.WorkerGroupState;

/** How requests that wait, and the workers that go on with them, look in JSON. */
final class WaitingJson {
  private WaitingJson() {}

  /** Nobody waits, and nobody can. */
  static JsonObjectBuilder none() {
    return Json.createObjectBuilder()
        .add("total", 0)
        .add("most", 0)
        .add("groups", JsonValue.EMPTY_JSON_ARRAY)
        .add("waiting", JsonValue.EMPTY_JSON_ARRAY);
  }

  static JsonObjectBuilder of(Async async, List<Waiting> shown) {
    JsonArrayBuilder requests = Json.createArrayBuilder();
    shown.forEach(each -> requests.add(of(each)));
    JsonArrayBuilder groups = Json.createArrayBuilder();
    async.groups().forEach(each -> groups.add(of(each)));
    return Json.createObjectBuilder()
        .add("total", async.size())
        .add("most", async.bound())
        .add("groups", groups)
        .add("waiting", requests);
  }

  static JsonObjectBuilder of(Waiting waiting) {
    return Json.createObjectBuilder()
        .add("id", waiting.id())
        .add("method", waiting.method())
        .add("callId", waiting.callId())
        .add("source", waiting.sourceText())
        .add("route", waiting.route())
        .add("group", waiting.group())
        .add("since", waiting.since().toString())
        .add("until", waiting.until().toString());
  }

  private static JsonObjectBuilder of(WorkerGroupState group) {
    return Json.createObjectBuilder()
        .add("name", group.settings().name())
        .add("workers", group.settings().workers())
        .add("busy", group.busy())
        .add("queued", group.queued())
        .add("oldestMillis", group.oldest().toMillis())
        .add("completed", group.completed())
        .add("refused", group.refused())
        .add("failed", group.failed());
  }
}
