// SPDX-License-Identifier: Apache-2.0
package org.signalbox.siprepo;

import static org.signalbox.rpc.RpcCommand.changing;
import static org.signalbox.rpc.RpcCommand.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Port;
import org.signalbox.rpc.RpcCall;
import org.signalbox.rpc.RpcCommand;
import org.signalbox.rpc.RpcParameter;
import org.signalbox.rpc.RpcStruct;
import org.signalbox.sip.ReceiveInfo;

/** What operators may ask; all of it is ours, Kamailio has none. */
final class SiprepoCommands {
  private static final int MOST = 1000;
  private static final int NOT_FOUND = 404;

  private final Port<Repository> repository;
  private final SiprepoCounters counters;

  SiprepoCommands(Port<Repository> repository, SiprepoCounters counters) {
    this.repository = repository;
    this.counters = counters;
  }

  RpcCommand[] all() {
    return new RpcCommand[] {
      reading("siprepo.list", "Lists messages: after which number, how many, Call-ID", this::list)
          .listed(),
      reading("siprepo.get", "Shows a message: Call-ID, id", this::get),
      changing("siprepo.rm", "Removes a message: Call-ID, id", this::remove),
      reading("siprepo.stats", "How much is kept, and what has happened", this::stats),
    };
  }

  private void list(RpcCall call) {
    Long after = call.optional(RpcParameter.ANY_INTEGER);
    Long limit = call.optional(RpcParameter.ANY_INTEGER);
    String callId = call.optional(RpcParameter.ANY_TEXT);
    long behind = after == null ? 0 : after;
    int most = (int) Math.max(1, Math.min(MOST, limit == null ? 100 : limit));
    SipRepository messages = repository.get();
    List<StoredMessage> found =
        callId == null ? messages.page(behind, most) : messages.page(callId, behind, most);
    found.forEach(each -> brief(call.struct(), each));
  }

  private void get(RpcCall call) {
    StoredMessage found = named(call);
    if (found != null) {
      RpcStruct struct = call.struct();
      brief(struct, found);
      struct.add("text", found.text());
    }
  }

  private void remove(RpcCall call) {
    StoredMessage found = named(call);
    if (found != null) {
      repository.get().remove(found);
      call.add("Ok. Message removed.");
    }
  }

  private @Nullable StoredMessage named(RpcCall call) {
    String callId = call.need(RpcParameter.ANY_TEXT);
    String id = call.need(RpcParameter.ANY_TEXT);
    StoredMessage found = repository.get().find(callId, id).orElse(null);
    if (found == null) {
      call.fault(NOT_FOUND, "No such message");
    }
    return found;
  }

  private static void brief(RpcStruct struct, StoredMessage message) {
    struct
        .add("number", message.number())
        .add("callid", message.callId())
        .add("msgid", message.id())
        .add("line", message.firstLine())
        .add("cseq", message.cseq())
        .add("bytes", (long) message.length())
        .add("stored", message.stored().toString());
    ReceiveInfo from = message.received();
    if (from != null) {
      struct
          .add("proto", from.protocol().parameterName())
          .add("src_ip", from.source().getAddress().getHostAddress())
          .add("src_port", (long) from.source().getPort());
    }
  }

  private void stats(RpcCall call) {
    MessageTable table = repository.get().table();
    TableBounds bounds = table.bounds();
    call.struct()
        .add("messages", table.items())
        .add("bytes", table.bytes())
        .add("max_items", bounds.items())
        .add("max_bytes", bounds.bytes())
        .add("hash_size", (long) bounds.slots())
        .add("pushed", counters.pushed.value())
        .add("duplicates", counters.duplicates.value())
        .add("incomplete", counters.incomplete.value())
        .add("full", counters.full.value())
        .add("pulled", counters.pulled.value())
        .add("missed", counters.missed.value())
        .add("refused", counters.refused.value())
        .add("removed", counters.removed.value())
        .add("expired", counters.expired.value());
  }
}
