// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import static org.signalbox.rpc.RpcCommand.changing;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Port;
import org.signalbox.rpc.RpcCall;
import org.signalbox.rpc.RpcCommand;
import org.signalbox.rpc.RpcParameter;

/** Commands of ours that Kamailio has not: other settings for one destination, pauses. */
final class OrderCommands {
  private static final String BY = "rpc";
  private static final int FAULT = 500;

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
    Wanted wanted = found == null ? null : Wanted.of(call);
    if (found != null && wanted != null) {
      keepalive.get().pause(found.id(), wanted.reason, wanted.length, BY);
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
    Wanted wanted = Wanted.of(call);
    if (wanted != null) {
      keepalive.get().pauseAll(wanted.reason, wanted.length, BY);
      call.add("Ok. Pings paused.");
    }
  }

  private void resumeAll(RpcCall call) {
    keepalive.get().resumeAll();
    call.add("Ok. Pings go on.");
  }

  /** A pause that a call asks for, within the bounds that REST has. */
  private record Wanted(String reason, @Nullable Duration length) {
    private static final Pattern REASON = Pattern.compile("[^\\p{Cntrl}]{0,200}");
    private static final long MOST = Duration.ofDays(3650).toSeconds();

    /** Null when there can be none, and the call has been answered so. */
    static @Nullable Wanted of(RpcCall call) {
      String reason = call.optional(RpcParameter.TEXT);
      Long seconds = call.optional(RpcParameter.ANY_INTEGER);
      if (reason != null && !REASON.matcher(reason).matches()) {
        call.fault(FAULT, "the reason must be one line of at most 200 characters");
        return null;
      }
      if (seconds != null && (seconds < 1 || seconds > MOST)) {
        call.fault(FAULT, "the pause must last from 1 second to 10 years");
        return null;
      }
      return new Wanted(
          reason == null ? "" : reason, seconds == null ? null : Duration.ofSeconds(seconds));
    }
  }
}
