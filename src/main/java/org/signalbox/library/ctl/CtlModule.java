// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.ctl;

import org.signalbox.module.Bindings;
import org.signalbox.module.Exports;
import org.signalbox.module.Parameter;
import org.signalbox.module.SignalboxModule;
import org.signalbox.rpc.RpcCommand;

/** The export table of {@code ctl} (rpc.md §4.1). */
public final class CtlModule implements SignalboxModule {

  @Override
  public String name() {
    return "ctl";
  }

  @Override
  public Exports exports() {
    return Exports.builder()
        .parameters(
            Parameter.texts("binrpc", socket -> null),
            Parameter.texts("fifo", socket -> null),
            Parameter.integer("mode", 0600),
            Parameter.textOrNumber("user", ""),
            Parameter.textOrNumber("group", ""),
            Parameter.integer("binrpc_buffer_size", 1024),
            Parameter.integer("binrpc_max_body_size", 32),
            Parameter.integer("binrpc_struct_max_body_size", 8),
            Parameter.flag("autoconversion", false))
        .commands(
            RpcCommand.reading("ctl.listen", "The sockets that ctl listens on", call -> {}),
            binrpcOnly("ctl.connections", "How many connections the sockets of ctl have"),
            binrpcOnly("ctl.who", "Who is connected to the sockets of ctl"))
        .build();
  }

  private static RpcCommand binrpcOnly(String name, String doc) {
    return RpcCommand.reading(
        name, doc, call -> call.fault(606, "rpc available only over binrpc (ctl)"));
  }

  @Override
  public void start(Bindings bindings) {
    CtlLog.LOG.closed();
  }
}
