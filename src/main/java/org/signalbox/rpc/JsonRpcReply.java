// SPDX-License-Identifier: Apache-2.0
package org.signalbox.rpc;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one request: what goes into the document and what HTTP says about it (rpc.md §1.4,
 * §3.2). Immutable.
 *
 * @param status the HTTP status
 * @param document without an id
 */
record JsonRpcReply(int status, String reason, RpcStruct document) {
  static final int PARSE_ERROR = -32700;
  static final int INVALID_REQUEST = -32600;
  static final int METHOD_NOT_FOUND = -32601;
  static final int INVALID_PARAMETERS = -32602;
  static final int INTERNAL_ERROR = -32603;
  static final int EXECUTION_ERROR = -32000;

  /** How many bytes of a fault's text are sent. */
  private static final int LONGEST_TEXT = 127;

  private static final Map<Integer, String> FIXED =
      Map.of(
          PARSE_ERROR, "Parse Error",
          INVALID_REQUEST, "Invalid Request",
          METHOD_NOT_FOUND, "Method Not Found",
          INVALID_PARAMETERS, "Invalid Parameters",
          INTERNAL_ERROR, "Internal Error",
          EXECUTION_ERROR, "Execution Error");

  static JsonRpcReply of(RpcReply reply) {
    return reply instanceof RpcReply.Fault fault
        ? error(fault.code() == 0 ? EXECUTION_ERROR : fault.code(), fault.text())
        : result((RpcReply.Result) reply);
  }

  private static JsonRpcReply result(RpcReply.Result result) {
    List<@Nullable Object> items = result.items();
    Object value;
    if (result.listing()) {
      RpcArray all = new RpcArray();
      items.forEach(all::add);
      value = all;
    } else {
      value = items.isEmpty() ? new RpcStruct() : items.get(items.size() - 1);
    }
    return new JsonRpcReply(200, "OK", begun().add("result", value));
  }

  /** One of the errors that JSON-RPC itself knows. */
  static JsonRpcReply error(int code) {
    return error(code, "");
  }

  static JsonRpcReply error(int code, String text) {
    String message = FIXED.getOrDefault(code, cut(text));
    RpcStruct document = begun();
    document.struct("error").add("code", code).add("message", message);
    return new JsonRpcReply(status(code), message, document);
  }

  private static int status(int code) {
    return switch (code) {
      case PARSE_ERROR, INVALID_REQUEST, INVALID_PARAMETERS -> 400;
      case METHOD_NOT_FOUND -> 404;
      default -> code > 100 && code < 1000 ? code : 500;
    };
  }

  private static RpcStruct begun() {
    return new RpcStruct().add("jsonrpc", "2.0");
  }

  private static String cut(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= LONGEST_TEXT) {
      return text;
    }
    int end = LONGEST_TEXT;
    while ((bytes[end] & 0xC0) == 0x80) {
      end--; // not within a character
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  /** The same with the id of its request. */
  JsonRpcReply withId(@Nullable Object id) {
    RpcStruct complete = new RpcStruct();
    document.members().forEach(member -> complete.add(member.name(), member.value()));
    return new JsonRpcReply(status, reason, complete.add("id", id));
  }
}
