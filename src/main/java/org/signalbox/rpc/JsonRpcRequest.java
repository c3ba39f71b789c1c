// SPDX-License-Identifier: Apache-2.0
package org.signalbox.rpc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.signalbox.rpc.JsonRpc.Manners;

/**
 * One request of a document (rpc.md §3.2).
 *
 * @param identified whether it has an id
 * @param method null when the request is malformed: {@code error} says how
 */
record JsonRpcRequest(
    Manners manners,
    boolean identified,
    @Nullable Object id,
    @Nullable String method,
    List<@Nullable Object> parameters,
    int error) {

  static JsonRpcRequest of(@Nullable Object asked, Manners manners) {
    if (!(asked instanceof RpcStruct request)) {
      return malformed(manners, null, JsonRpcReply.INVALID_REQUEST);
    }
    boolean identified = request.has("id");
    Object id = request.value("id");
    if (manners == Manners.STANDARD
        && !(id == null || id instanceof String || id instanceof Number)) {
      return malformed(manners, null, JsonRpcReply.INVALID_REQUEST);
    }
    Object echoed = echo(id);
    if (!"2.0".equals(request.value("jsonrpc"))
        || !(request.value("method") instanceof String method)) {
      return malformed(manners, echoed, JsonRpcReply.INVALID_REQUEST);
    }
    List<@Nullable Object> parameters = parameters(request);
    return parameters == null
        ? malformed(manners, echoed, JsonRpcReply.INVALID_PARAMETERS)
        : new JsonRpcRequest(manners, identified, echoed, method, parameters, 0);
  }

  private static JsonRpcRequest malformed(Manners manners, @Nullable Object id, int error) {
    return new JsonRpcRequest(manners, true, id, null, List.of(), error);
  }

  /** Names of parameters mean nothing: their order does. */
  private static @Nullable List<@Nullable Object> parameters(RpcStruct request) {
    Object given = request.value("params");
    if (given instanceof RpcArray array) {
      return array.items();
    }
    if (given instanceof RpcStruct struct) {
      List<@Nullable Object> values = new ArrayList<>();
      struct.members().forEach(member -> values.add(member.value()));
      return values;
    }
    return request.has("params") ? null : List.of();
  }

  /** What Kamailio makes of an id that is neither text nor number. */
  private static @Nullable Object echo(@Nullable Object id) {
    if (id instanceof Boolean on) {
      return on ? 1 : 0;
    }
    return id instanceof RpcStruct || id instanceof RpcArray ? (Object) 0 : id;
  }

  /**
   * Runs it.
   *
   * @param told hears the answer; null when there is to be none
   */
  void run(
      RpcRegistry registry,
      Predicate<RpcCommand> allowed,
      boolean waits,
      Consumer<@Nullable JsonRpcReply> told) {
    if (method == null) {
      told.accept(JsonRpcReply.error(error).withId(id));
      return;
    }
    RpcCommand command = registry.find(method).orElse(null);
    if (command == null) {
      told.accept(unknown());
    } else if (!allowed.test(command)) {
      told.accept(finished(JsonRpcReply.error(403, "Forbidden")));
    } else {
      registry.run(command, parameters, new Caller(waits, told));
    }
  }

  private @Nullable JsonRpcReply unknown() {
    return finished(
        manners == Manners.KAMAILIO
            ? JsonRpcReply.error(500, "Method Not Found")
            : JsonRpcReply.error(JsonRpcReply.METHOD_NOT_FOUND));
  }

  private @Nullable JsonRpcReply finished(JsonRpcReply reply) {
    if (identified) {
      return reply.withId(id);
    }
    return manners == Manners.KAMAILIO ? reply : null;
  }

  private final class Caller implements RpcCaller {
    private final boolean waits;
    private final Consumer<@Nullable JsonRpcReply> told;

    Caller(boolean waits, Consumer<@Nullable JsonRpcReply> told) {
      this.waits = waits;
      this.told = told;
    }

    @Override
    public void reply(RpcReply reply) {
      told.accept(finished(JsonRpcReply.of(reply)));
    }

    @Override
    public boolean waits() {
      return waits;
    }
  }
}
