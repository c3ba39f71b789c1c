// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.signalbox.module.Bindings;
import org.signalbox.routing.Globals;
import org.signalbox.rpc.RpcCommand;
import org.signalbox.rpc.RpcLimits;
import org.signalbox.rpc.RpcRegistry;
import org.signalbox.timer.TimeSource;

/** The RPC commands of the core, by concern (rpc.md §8.1). */
final class CoreRpc {
  private static final int MOST_LOCKS = 1024;

  private final HelpCommands help = new HelpCommands();
  private final ServerCommands server;
  private final ThreadCommands threads = new ThreadCommands();
  private final SocketCommands sockets = new SocketCommands();
  private final StreamCommands streams = new StreamCommands();
  private final DnsCommands dns = new DnsCommands();
  private final BlocklistCommands blocklist = new BlocklistCommands();
  private final CfgCommands cfg;

  CoreRpc(RunningFile file) {
    server = new ServerCommands(file);
    cfg = new CfgCommands(file);
  }

  RpcCommand[] all() {
    List<RpcCommand> all = new ArrayList<>();
    Collections.addAll(all, help.all());
    Collections.addAll(all, EchoCommands.all());
    Collections.addAll(all, server.all());
    Collections.addAll(all, threads.all());
    Collections.addAll(all, sockets.all());
    Collections.addAll(all, streams.all());
    Collections.addAll(all, MemoryCommands.all());
    Collections.addAll(all, dns.all());
    Collections.addAll(all, blocklist.all());
    Collections.addAll(all, cfg.all());
    return all.toArray(RpcCommand[]::new);
  }

  void connect(Bindings bindings) {
    bindings.find(RpcRegistry.class).ifPresent(registry -> registry.limit(limits(bindings)));
    help.connect(bindings);
    server.connect(bindings);
    threads.connect(bindings);
    sockets.connect(bindings);
    streams.connect(bindings);
    dns.connect(bindings);
    blocklist.connect(bindings);
    cfg.connect(bindings);
  }

  private static RpcLimits limits(Bindings bindings) {
    Globals globals = bindings.require(Globals.class);
    return new RpcLimits(
        bindings.require(TimeSource.class),
        Duration.ofSeconds(globals.integer("rpc_exec_delta")),
        (int) Math.min(MOST_LOCKS, globals.integer("rpc_exec_locks")),
        globals.integer("rpc_exec_locks_mode") != 0);
  }
}
