// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import static org.signalbox.rpc.RpcCommand.changing;
import static org.signalbox.rpc.RpcCommand.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.signalbox.module.Bindings;
import org.signalbox.module.Port;
import org.signalbox.module.RunningThreads;
import org.signalbox.module.Shutdown;
import org.signalbox.rpc.RpcCall;
import org.signalbox.rpc.RpcCommand;
import org.signalbox.rpc.RpcParameter;

/**
 * The process and its threads, which stand where Kamailio has processes: all of them have the same
 * process id.
 */
final class ThreadCommands {
  private static final String MAIN = "main process - attendant";
  private static final long TERMINATE = 15;

  /** Signals that end Kamailio: HUP, INT, QUIT, ABRT, KILL, TERM. */
  private static final Set<Long> ENDING = Set.of(1L, 2L, 3L, 6L, 9L, TERMINATE);

  private final Port<RunningThreads> threads = Port.to(RunningThreads.class);
  private final Port<Shutdown> shutdown = Port.to(Shutdown.class);

  RpcCommand[] all() {
    return new RpcCommand[] {
      reading("core.ps", "Process id and name of each thread", this::plain).listed(),
      reading("core.psx", "Index, process id and name of each thread", this::indexed).listed(),
      reading("core.psa", "Index, process id, status, rank and name of each thread", this::full)
          .listed(),
      changing("core.kill", "Ends the server; signal 0 does nothing", this::kill)
    };
  }

  void connect(Bindings bindings) {
    threads.connectIfThere(bindings);
    shutdown.connectIfThere(bindings);
  }

  private List<String> names() {
    List<String> all = new ArrayList<>();
    all.add(MAIN);
    if (threads.connected()) {
      all.addAll(threads.get().names());
    }
    return all;
  }

  private static long pid() {
    return ProcessHandle.current().pid();
  }

  private void plain(RpcCall call) {
    names().forEach(name -> call.add(pid()).add(name));
  }

  private void indexed(RpcCall call) {
    int index = 0;
    for (String name : names()) {
      call.struct().add("IDX", index++).add("PID", pid()).add("DSC", name);
    }
  }

  private void full(RpcCall call) {
    int index = 0;
    for (String name : names()) {
      call.struct()
          .add("index", index)
          .add("pid", pid())
          .add("status", 1)
          .add("rank", index++)
          .add("description", name);
    }
  }

  private void kill(RpcCall call) {
    Long signal = call.optional(RpcParameter.INTEGER);
    if (!ENDING.contains(signal == null ? TERMINATE : signal)) {
      return;
    }
    if (!shutdown.connected()) {
      call.fault(500, "The server does not have this process for itself");
      return;
    }
    call.send();
    shutdown.get().begin();
  }
}
