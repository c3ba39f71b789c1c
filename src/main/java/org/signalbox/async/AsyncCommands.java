// SPDX-License-Identifier: Apache-2.0
package org.signalbox.async;

import static org.signalbox.rpc.RpcCommand.changing;
import static org.signalbox.rpc.RpcCommand.reading;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Port;
import org.signalbox.rpc.RpcCall;
import org.signalbox.rpc.RpcCommand;
import org.signalbox.rpc.RpcParameter;
import org.signalbox.rpc.RpcStruct;
import org.signalbox.worker.WorkerGroupState;

/** What operators may ask; Kamailio has nothing like it. */
final class AsyncCommands {
  private static final int MOST = 1000;
  private static final int BAD = 400;
  private static final int GONE = 404;
  private static final long LONGEST_SECONDS = Async.LONGEST.toSeconds();

  private final Port<Async> async;

  AsyncCommands(Port<Async> async) {
    this.async = async;
  }

  RpcCommand[] all() {
    return new RpcCommand[] {
      reading(
              "async.list",
              "Lists requests that wait, soonest first: how many, Call-ID",
              this::list)
          .listed(),
      reading("async.stats", "Tells how many requests wait, and how workers do", this::stats),
      changing("async.resume", "Goes on with a waiting request now: id", this::resume),
      changing("async.extend", "Lets a request wait from now on: id, seconds", this::extend),
      changing("async.cancel", "Answers a waiting request: id, code, reason", this::cancel),
    };
  }

  private void list(RpcCall call) {
    Long limit = call.optional(RpcParameter.ANY_INTEGER);
    int most = (int) Math.max(1, Math.min(MOST, limit == null ? 100 : limit));
    String callId = call.optional(RpcParameter.ANY_TEXT);
    (callId == null ? async.get().next(most) : async.get().ofCall(callId, most))
        .forEach(each -> describe(call.struct(), each));
  }

  private static void describe(RpcStruct struct, Waiting waiting) {
    struct
        .add("id", waiting.id())
        .add("method", waiting.method())
        .add("callid", waiting.callId())
        .add("source", waiting.sourceText())
        .add("route", waiting.route())
        .add("group", waiting.group())
        .add("since", waiting.since().toString())
        .add("until", waiting.until().toString());
  }

  private void stats(RpcCall call) {
    RpcStruct struct = call.struct();
    struct.add("waiting", async.get().size()).add("max", async.get().bound());
    RpcStruct groups = struct.struct("groups");
    async.get().groups().forEach(group -> describe(groups.struct(group.settings().name()), group));
  }

  private static void describe(RpcStruct struct, WorkerGroupState group) {
    struct
        .add("workers", group.settings().workers())
        .add("busy", group.busy())
        .add("queued", group.queued())
        .add("oldest_ms", group.oldest().toMillis())
        .add("completed", group.completed())
        .add("refused", group.refused())
        .add("failed", group.failed());
  }

  private void resume(RpcCall call) {
    long id = call.need(RpcParameter.ANY_INTEGER);
    done(call, id, async.get().resume(id));
  }

  private void extend(RpcCall call) {
    long id = call.need(RpcParameter.ANY_INTEGER);
    long seconds = call.need(RpcParameter.ANY_INTEGER);
    if (seconds < 1 || seconds > LONGEST_SECONDS) {
      call.fault(BAD, "seconds must be from 1 to " + LONGEST_SECONDS);
      return;
    }
    done(call, id, async.get().extend(id, Duration.ofSeconds(seconds)));
  }

  private void cancel(RpcCall call) {
    long id = call.need(RpcParameter.ANY_INTEGER);
    long code = call.need(RpcParameter.ANY_INTEGER);
    String reason = call.optional(RpcParameter.ANY_TEXT);
    if (code < 300 || code > 699) {
      call.fault(BAD, "code must be from 300 to 699");
      return;
    }
    done(call, id, async.get().cancel(id, (int) code, orDefault(reason)));
  }

  private static String orDefault(@Nullable String reason) {
    return reason == null || reason.isEmpty() ? "Cancelled by operator" : reason;
  }

  private static void done(RpcCall call, long id, boolean done) {
    if (done) {
      call.add("Ok");
    } else {
      call.fault(GONE, "no request waits under " + id);
    }
  }
}
