// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import static org.signalbox.rpc.RpcCommand.reading;

import org.signalbox.module.Bindings;
import org.signalbox.module.Port;
import org.signalbox.routing.Endpoint;
import org.signalbox.routing.OwnNames;
import org.signalbox.routing.Sockets;
import org.signalbox.rpc.RpcArray;
import org.signalbox.rpc.RpcCall;
import org.signalbox.rpc.RpcCommand;
import org.signalbox.rpc.RpcStruct;
import org.signalbox.script.variable.NetworkVariables;
import org.signalbox.sip.ListeningPoint;

/** Where this server listens and which names mean it. */
final class SocketCommands {
  private final Port<Sockets> sockets = Port.to(Sockets.class);
  private final Port<OwnNames> names = Port.to(OwnNames.class);

  RpcCommand[] all() {
    return new RpcCommand[] {
      reading("core.sockets_list", "The sockets of the server", this::sockets).listed(),
      reading("core.aliases_list", "The names of the server", this::aliases)
    };
  }

  void connect(Bindings bindings) {
    sockets.connect(bindings);
    names.connect(bindings);
  }

  private void sockets(RpcCall call) {
    for (ListeningPoint point : sockets.get().all()) {
      RpcStruct socket =
          call.struct()
              .struct("socket")
              .add("proto", point.protocol().parameterName())
              .add("address", NetworkVariables.host(point.address()))
              .add("port", String.valueOf(point.address().getPort()))
              .add("mcast", "no")
              .add("mhomed", "no")
              .add("virtual", "no");
      if (NetworkVariables.advertises(point)) {
        socket.add("advertise", point.sentByHost() + ":" + point.sentByPort());
      }
    }
  }

  private void aliases(RpcCall call) {
    RpcStruct reply = call.struct().add("myself_callbacks", "no");
    RpcArray aliases = reply.array("aliases");
    for (Endpoint name : names.get().all()) {
      aliases
          .struct()
          .struct("alias")
          .add("proto", name.protocol() == null ? "*" : name.protocol().parameterName())
          .add("address", name.host())
          .add("port", name.port() == 0 ? "*" : (Object) name.port());
    }
  }
}
