// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.ws.rs.core.Response.Status;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.signalbox.rpc.JsonRpc;
import org.signalbox.rpc.RpcCommand;
import org.signalbox.rpc.RpcRegistry;

/**
 * JSON-RPC 2.0 for whoever has a login: a viewer may call what only looks, an administrator
 * everything. Thread-safe; commands run on the caller's thread.
 */
final class RpcDoor {
  /** How many bytes a document may have. */
  static final int LARGEST = 1 << 20;

  /** As {@link JsonOnlyFilter} has it, and for its reason. */
  private static final Pattern JSON = Pattern.compile("(?i)application/json(?:\\s*;.*)?");

  private final JsonRpc calls;

  RpcDoor(RpcRegistry registry) {
    calls = new JsonRpc(registry, JsonRpc.Manners.STANDARD, false);
  }

  /**
   * Why a document is not even read; null when it is.
   *
   * @param length of it, as far as it was received
   */
  static @Nullable Status refusal(@Nullable String contentType, int length) {
    if (contentType == null || !JSON.matcher(contentType).matches()) {
      return Status.UNSUPPORTED_MEDIA_TYPE;
    }
    return length > LARGEST ? Status.REQUEST_ENTITY_TOO_LARGE : null;
  }

  /**
   * Calls what a document asks for.
   *
   * @param user who asks
   * @param admin whether that may change anything
   * @param told hears the answer, once; later and from another thread when a command waits
   */
  void call(byte[] document, String user, boolean admin, Consumer<JsonRpc.Answer> told) {
    calls.call(
        new String(document, StandardCharsets.UTF_8),
        command -> admits(command, user, admin),
        true,
        told);
  }

  private static boolean admits(RpcCommand command, String user, boolean admin) {
    if (command.changing() && admin) {
      AdminLog.LOG.called(user, command.name());
    }
    return admin || !command.changing();
  }
}
