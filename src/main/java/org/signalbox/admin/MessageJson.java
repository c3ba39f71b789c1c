// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.net.InetSocketAddress;
import java.util.Locale;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.siprepo.StoredMessage;

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
    json.add("source", place(from, from.source())).add("listener", place(from, from.local()));
    return from.connectionId() == 0
        ? json.addNull("connection")
        : json.add("connection", from.connectionId());
  }

  private static String place(ReceiveInfo from, InetSocketAddress address) {
    String host = address.getAddress().getHostAddress();
    return "%s:%s:%d"
        .formatted(
            from.protocol().name().toLowerCase(Locale.ROOT),
            host.indexOf(':') >= 0 ? "[" + host + "]" : host,
            address.getPort());
  }
}
