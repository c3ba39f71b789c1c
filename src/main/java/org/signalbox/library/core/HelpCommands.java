// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import static org.signalbox.rpc.RpcCommand.reading;

import org.signalbox.module.Bindings;
import org.signalbox.module.Port;
import org.signalbox.rpc.RpcCall;
import org.signalbox.rpc.RpcCommand;
import org.signalbox.rpc.RpcParameter;
import org.signalbox.rpc.RpcRegistry;

/** Commands about commands. */
final class HelpCommands {
  private final Port<RpcRegistry> registry = Port.to(RpcRegistry.class);

  RpcCommand[] all() {
    return new RpcCommand[] {
      reading("system.listMethods", "The names of all commands", this::list).listed(),
      reading("system.methodHelp", "What a command does", this::help),
      reading(
          "system.methodSignature",
          "The parameters of a command",
          call -> call.fault(500, "Not Implemented Yet"))
    };
  }

  void connect(Bindings bindings) {
    registry.connectIfThere(bindings);
  }

  private void list(RpcCall call) {
    registry.get().names().forEach(call::add);
  }

  private void help(RpcCall call) {
    String name = call.need(RpcParameter.TEXT, 400, "Method Name Expected");
    registry
        .get()
        .find(name)
        .ifPresentOrElse(
            command -> call.add(command.doc()), () -> call.fault(400, "command not found"));
  }
}
