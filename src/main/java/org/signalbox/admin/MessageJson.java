// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.siprepo.StoredMessage;
import org.signalbox.transport.Addresses;

/** How a kept message looks in JSON, without its text. */
final class MessageJson {
  private MessageJson() {}

  static JsonObjectBuilder of(StoredMessage message) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("number", message.number())
            .add("callId", message.callId())
            .add("id", message.id())
            .add("line", message.firstLine())
            .add("cseq", message.cseq())
            .add("bytes", message.length())
            .add("stored", message.stored().toString());
    ReceiveInfo from = message.received();
    if (from == null) {
      return json.addNull("source").addNull("listener").addNull("connection");
    }
    json.add("source", Addresses.text(from.protocol(), from.source()))
        .add("listener", Addresses.text(from.protocol(), from.local()));
    return from.connectionId() == 0
        ? json.addNull("connection")
        : json.add("connection", from.connectionId());
  }
}
