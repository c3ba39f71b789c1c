// SPDX-License-Identifier: Apache-2.0
package org.signalbox.rpc;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Calls commands by JSON-RPC 2.0 documents, one request or a batch (rpc.md §3.2). Thread-safe;
 * commands run on the caller's thread.
 */
public final class JsonRpc {
  /** How many requests a batch may have. */
  static final int LARGEST_BATCH = 100;

  private final RpcRegistry registry;
  private final Manners manners;
  private final boolean pretty;

  /** What callers of one kind are used to. */
  public enum Manners {
    /** Kamailio's: every request is answered, an unknown method is error 500. */
    KAMAILIO,
    /** Those of the standard: a request without an id is not answered. */
    STANDARD
  }

  /**
   * The answer to a document.
   *
   * @param code the HTTP status
   * @param reason what stands beside it
   * @param body the document to send; empty when there is nothing to answer
   */
  public record Answer(int code, String reason, String body) {
    private static final Answer NONE = new Answer(204, "No Content", "");

    /** Whether the document was JSON. */
    public boolean understood() {
      return !reason.equals(JsonRpcReply.error(JsonRpcReply.PARSE_ERROR).reason());
    }
  }

  /**
   * @param pretty whether answers have line ends and tabs
   */
  public JsonRpc(RpcRegistry registry, Manners manners, boolean pretty) {
    this.registry = registry;
    this.manners = manners;
    this.pretty = pretty;
  }

  /** Calls what a document asks for and waits for it; a command that answers later is refused. */
  public Answer call(String document, Predicate<RpcCommand> allowed) {
    Held held = new Held();
    call(document, allowed, false, held);
    return held.answer;
  }

  private static final class Held implements Consumer<Answer> {
    private Answer answer = Answer.NONE;

    @Override
    public void accept(Answer given) {
      answer = given;
    }
  }

  /**
   * Calls what a document asks for.
   *
   * @param allowed which commands this caller may call
   * @param waits whether the answer may come later, from any thread; a batch never waits
   * @param told hears the answer, once
   */
  public void call(
      String document, Predicate<RpcCommand> allowed, boolean waits, Consumer<Answer> told) {
    Object asked;
    try {
      asked = JsonReader.read(document);
    } catch (JsonException e) {
      RpcLog.LOG.noJson(String.valueOf(e.getMessage()));
      told.accept(answer(JsonRpcReply.error(JsonRpcReply.PARSE_ERROR).withId(null)));
      return;
    }
    if (asked instanceof RpcArray batch && !batch.items().isEmpty()) {
      told.accept(batch(batch.items(), allowed));
    } else {
      JsonRpcRequest.of(asked, manners)
          .run(registry, allowed, waits, reply -> told.accept(answer(reply)));
    }
  }

  private Answer answer(@Nullable JsonRpcReply reply) {
    return reply == null
        ? Answer.NONE
        : new Answer(reply.status(), reply.reason(), JsonWriter.write(reply.document(), pretty));
  }

  private Answer batch(List<@Nullable Object> requests, Predicate<RpcCommand> allowed) {
    if (requests.size() > LARGEST_BATCH) {
      return answer(JsonRpcReply.error(JsonRpcReply.INVALID_REQUEST).withId(null));
    }
    RpcArray replies = new RpcArray();
    for (Object each : requests) {
      JsonRpcRequest.of(each, manners)
          .run(
              registry,
              allowed,
              false,
              reply -> {
                if (reply != null) {
                  replies.add(reply.document());
                }
              });
    }
    return replies.items().isEmpty()
        ? answer(null)
        : new Answer(200, "OK", JsonWriter.write(replies, pretty));
  }
}
