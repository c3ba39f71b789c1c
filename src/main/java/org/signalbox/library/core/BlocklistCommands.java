// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import static org.signalbox.rpc.RpcCommand.changing;
import static org.signalbox.rpc.RpcCommand.reading;
import static org.signalbox.rpc.RpcParameter.ANY_INTEGER;
import static org.signalbox.rpc.RpcParameter.TEXT;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.signalbox.module.Bindings;
import org.signalbox.module.Port;
import org.signalbox.resolver.NumericHost;
import org.signalbox.routing.Blocklist;
import org.signalbox.routing.Globals;
import org.signalbox.rpc.RpcCall;
import org.signalbox.rpc.RpcCommand;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.transport.Destination;

/** {@code dst_blocklist.*}: addresses that nothing is sent to for a while (rpc.md §8.4). */
final class BlocklistCommands {
  /** What an entry takes, roughly. */
  private static final int ENTRY_BYTES = 100;

  private final Port<Globals> globals = Port.to(Globals.class);
  private final Port<Blocklist> list = Port.to(Blocklist.class);

  RpcCommand[] all() {
    return new RpcCommand[] {
      reading("dst_blocklist.mem_info", "The memory of the list and its bound", on(this::memory)),
      reading("dst_blocklist.view", "The blocked destinations", on(this::view)).listed(),
      reading("dst_blocklist.debug", "The blocked destinations", on(this::values)).listed(),
      changing("dst_blocklist.add", "Blocks a destination", on(this::add)),
      changing("dst_blocklist.delete_all", "Empties the list", on(call -> list.get().clear()))
    };
  }

  void connect(Bindings bindings) {
    globals.connect(bindings);
    list.connectIfThere(bindings);
  }

  private RpcCommand.Handler on(RpcCommand.Handler handler) {
    return call -> {
      if (list.connected() && list.get().isOn()) {
        handler.run(call);
      } else {
        call.fault(500, "dst blocklist support disabled");
      }
    };
  }

  private void memory(RpcCall call) {
    call.add(list.get().all().size() * ENTRY_BYTES)
        .add(globals.get().integer("dst_blocklist_mem") * 1024);
  }

  private void view(RpcCall call) {
    for (Blocklist.Entry entry : list.get().all()) {
      call.add("{")
          .printf("    protocol: %s", entry.protocol().parameterName())
          .printf("    ip: %s", entry.address().getAddress().getHostAddress())
          .printf("    port: %d", entry.address().getPort())
          .printf("    expires in (s): %d", entry.seconds())
          .printf("    flags: %d", entry.reasons())
          .add("}");
    }
  }

  private void values(RpcCall call) {
    for (Blocklist.Entry entry : list.get().all()) {
      call.add(entry.protocol().parameterName())
          .add(entry.address().getAddress().getHostAddress())
          .add(entry.address().getPort())
          .add(entry.seconds())
          .add(entry.reasons());
    }
  }

  private void add(RpcCall call) {
    String ip = call.need(TEXT);
    long port = call.need(ANY_INTEGER);
    long number = call.need(ANY_INTEGER);
    int reasons = call.need(ANY_INTEGER).intValue();
    InetAddress address = NumericHost.parse(ip);
    if (address == null || port < 1 || port > 65_535) {
      call.fault(400, "Malformed ip address");
      return;
    }
    for (TransportProtocol protocol : TransportProtocol.values()) {
      if (protocol.number() == number) {
        list.get()
            .add(Destination.to(protocol, new InetSocketAddress(address, (int) port)), reasons);
      }
    }
  }
}
