// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.jsonrpcs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.signalbox.routing.HttpReplies;
import org.signalbox.rpc.JsonRpc;
import org.signalbox.script.WireText;
import org.signalbox.script.run.Cell;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.StateKey;
import org.signalbox.script.variable.VariableTable.Keys;

/** Calls that scripts make: for an HTTP request, or for themselves (rpc.md §3.4). Thread-safe. */
final class ScriptedCalls {
  private static final String TYPE = "application/json";
  private static final int DONE = 1;
  private static final int FAILED = -1;

  private static final StateKey<Last> LAST = StateKey.ofRun(Last::new);

  private @Nullable JsonRpc calls;
  private @Nullable HttpReplies http;

  /** What {@code jsonrpc_exec} has brought last in a run. */
  private static final class Last {
    private JsonRpc.@Nullable Answer answer;
  }

  void connect(JsonRpc rpc, @Nullable HttpReplies replies) {
    calls = rpc;
    http = replies;
  }

  private JsonRpc calls() {
    return Objects.requireNonNull(calls, "the module is started before messages come");
  }

  /** Answers the HTTP request of a frame; does nothing for another message. */
  int dispatch(Frame frame) {
    HttpReplies replies = http;
    if (replies == null) {
      JsonrpcsLog.LOG.noHttp();
      return FAILED;
    }
    if (!replies.isHttp(frame)) {
      return DONE;
    }
    String document = new String(frame.message().body().toBytes(), UTF_8);
    calls().call(document, command -> true, true, answer -> send(replies, frame, answer));
    return DONE;
  }

  private static void send(HttpReplies replies, Frame frame, JsonRpc.Answer answer) {
    String reason = WireText.bytes(answer.reason());
    replies.reply(frame, answer.code(), reason, TYPE, answer.body().getBytes(UTF_8));
  }

  /** Runs a document and keeps the answer for {@code $jsonrpl}. */
  int exec(Frame frame, @Nullable String document) {
    if (document == null) {
      return FAILED;
    }
    String decoded = new String(document.getBytes(ISO_8859_1), UTF_8);
    JsonRpc.Answer answer = calls().call(decoded, command -> true);
    frame.state(LAST).answer = answer;
    return answer.understood() ? DONE : FAILED;
  }

  /** {@code $jsonrpl(key)}: nothing before the first call of a run. */
  static Keys keys() {
    return new Keys()
        .any("code", ScriptedCalls::code)
        .text("text", frame -> text(frame.state(LAST).answer))
        .text("body", frame -> body(frame.state(LAST).answer));
  }

  private static void code(Frame frame, Cell into) {
    JsonRpc.Answer answer = frame.state(LAST).answer;
    if (answer == null) {
      into.clear();
    } else {
      into.set(answer.code());
    }
  }

  private static @Nullable String text(JsonRpc.@Nullable Answer answer) {
    return answer == null ? null : WireText.bytes(answer.reason());
  }

  private static @Nullable String body(JsonRpc.@Nullable Answer answer) {
    return answer == null ? null : WireText.bytes(answer.body());
  }
}
