// SPDX-License-Identifier: Apache-2.0
package org.signalbox.rpc;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * Every command of the server by its name; a port that is bound before modules are initialised.
 * Thread-safe.
 */
public final class RpcRegistry {
  private static final RpcReply.Fault CLOSED = new RpcReply.Fault(500, "Server not running");

  private static final RpcReply.Fault TOO_FAST =
      new RpcReply.Fault(500, "Command Executed Too Fast");

  private final Map<String, RpcCommand> commands = new ConcurrentSkipListMap<>();
  private volatile RpcLimits limits = RpcLimits.NONE;
  private volatile boolean open;

  /** Offers a command; where the name is taken it is left out with a warning. */
  public void register(RpcCommand command) {
    if (commands.putIfAbsent(command.name(), command) != null) {
      RpcLog.LOG.duplicate(command.name());
    }
  }

  /** Offers a command no longer, because its module ends. */
  public void remove(RpcCommand command) {
    commands.remove(command.name(), command);
  }

  /** The command of that name. */
  public Optional<RpcCommand> find(String name) {
    return Optional.ofNullable(commands.get(name));
  }

  /** The names of all commands, in bytewise order. */
  public List<String> names() {
    return List.copyOf(commands.keySet());
  }

  /** How often and how many at once commands run from now on. */
  public void limit(RpcLimits now) {
    limits = now;
  }

  /** Lets commands run, or no longer: while modules start and stop there is nothing to ask. */
  public void open(boolean now) {
    open = now;
  }

  /**
   * Runs a command on this thread, which may block.
   *
   * @param parameters each a Long, Double, Boolean, String, null or something nested
   * @param caller hears the answer
   */
  public void run(RpcCommand command, List<@Nullable Object> parameters, RpcCaller caller) {
    RpcLimits now = limits;
    if (!open) {
      caller.reply(CLOSED);
    } else if (now.tooFast(command)) {
      caller.reply(TOO_FAST);
    } else {
      now.run(command, () -> new RpcCall(command, parameters, caller).run());
    }
  }
}
