// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import static org.signalbox.rpc.RpcCommand.changing;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Port;
import org.signalbox.rpc.RpcCall;
import org.signalbox.rpc.RpcCommand;
import org.signalbox.rpc.RpcParameter;

/** Commands of ours that Kamailio has not: other settings for one destination, pauses. */
final class OrderCommands {
  private static final String BY = "rpc";
  private static final int FAULT = 500;
  private static final long MOST = Duration.ofDays(3650).toSeconds();

  private final Port<Keepalive> keepalive;

  OrderCommands(Port<Keepalive> keepalive) {
    this.keepalive = keepalive;
  }

  RpcCommand[] all() {
    return new RpcCommand[] {
      changing("keepalive.set", "Changes a setting: URI, owner, name, value", this::set),
      changing(
          "keepalive.unset", "Gives a setting the file's value: URI, owner, name", this::unset),
      changing("keepalive.pause", "Pauses pings: URI, owner, reason, seconds", this::pause),
      changing("keepalive.resume", "Ends a pause: URI, owner", this::resume),
      changing("keepalive.pause_all", "Pauses all pings: reason, seconds", this::pauseAll),
      changing("keepalive.resume_all", "Ends the pause of all", this::resumeAll),
    };
  }

  private void set(RpcCall call) {
    DestinationStatus found = KeepaliveCommands.found(call, keepalive);
    if (found != null) {
      change(call, found, call.need(RpcParameter.TEXT), call.need(RpcParameter.ANY_TEXT));
    }
  }

  private void unset(RpcCall call) {
    DestinationStatus found = KeepaliveCommands.found(call, keepalive);
    if (found != null) {
      change(call, found, call.need(RpcParameter.TEXT), null);
    }
  }

  private void change(
      RpcCall call, DestinationStatus found, String setting, @Nullable String value) {
    Map<String, @Nullable String> settings = new HashMap<>();
    settings.put(setting, value);
    ChangeOutcome outcome = keepalive.get().change(found.id(), settings, BY);
    if (outcome instanceof ChangeOutcome.Changed) {
      call.add("Ok. Setting changed.");
    } else if (outcome instanceof ChangeOutcome.Refused refused) {
      call.fault(FAULT, refused.setting() + ": " + refused.reason());
    } else {
      call.fault(FAULT, KeepaliveCommands.MISSING);
    }
  }

  private void pause(RpcCall call) {
    DestinationStatus found = KeepaliveCommands.found(call, keepalive);
    if (found != null) {
      keepalive.get().pause(found.id(), reason(call), length(call), BY);
      call.add("Ok. Pings paused.");
    }
  }

  private void resume(RpcCall call) {
    DestinationStatus found = KeepaliveCommands.found(call, keepalive);
    if (found != null) {
      keepalive.get().resume(found.id(), BY);
      call.add("Ok. Pings go on.");
    }
  }

  private void pauseAll(RpcCall call) {
    keepalive.get().pauseAll(reason(call), length(call), BY);
    call.add("Ok. Pings paused.");
  }

  private void resumeAll(RpcCall call) {
    keepalive.get().resumeAll();
    call.add("Ok. Pings go on.");
  }

  private static String reason(RpcCall call) {
    String reason = call.optional(RpcParameter.TEXT);
    return reason == null ? "" : reason;
  }

  private static @Nullable Duration length(RpcCall call) {
    Long seconds = call.optional(RpcParameter.ANY_INTEGER);
    return seconds == null ? null : Duration.ofSeconds(Math.min(MOST, Math.max(0, seconds)));
  }
}
