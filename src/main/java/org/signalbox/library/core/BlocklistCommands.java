// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import static org.signalbox.rpc.RpcCommand.changing;
import static org.signalbox.rpc.RpcCommand.reading;

import org.signalbox.module.Bindings;
import org.signalbox.module.Port;
import org.signalbox.routing.Globals;
import org.signalbox.rpc.RpcCall;
import org.signalbox.rpc.RpcCommand;

/** {@code dst_blocklist.*}: there is no list, so it is empty even where a file asks for one. */
final class BlocklistCommands {
  private static final String OFF = "dst blocklist support disabled";

  private final Port<Globals> globals = Port.to(Globals.class);

  RpcCommand[] all() {
    return new RpcCommand[] {
      reading("dst_blocklist.mem_info", "The memory of the list and its bound", this::memory),
      reading("dst_blocklist.view", "The blocked destinations", this::nothing),
      reading("dst_blocklist.debug", "The blocked destinations", this::nothing),
      changing("dst_blocklist.add", "Blocks a destination", call -> call.fault(500, OFF)),
      changing("dst_blocklist.delete_all", "Empties the list", this::nothing)
    };
  }

  void connect(Bindings bindings) {
    globals.connect(bindings);
  }

  private boolean off(RpcCall call) {
    boolean off = globals.get().integer("use_dst_blocklist") == 0;
    if (off) {
      call.fault(500, OFF);
    }
    return off;
  }

  private void nothing(RpcCall call) {
    off(call);
  }

  private void memory(RpcCall call) {
    if (!off(call)) {
      call.add(0).add(globals.get().integer("dst_blocklist_mem") * 1024);
    }
  }
}
