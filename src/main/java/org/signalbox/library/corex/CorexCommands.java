// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.corex;

import static org.signalbox.rpc.RpcCommand.changing;
import static org.signalbox.rpc.RpcCommand.reading;

import java.util.Objects;
import org.signalbox.module.Port;
import org.signalbox.routing.Endpoint;
import org.signalbox.routing.Globals;
import org.signalbox.routing.LogSink;
import org.signalbox.routing.OwnNames;
import org.signalbox.routing.Sockets;
import org.signalbox.rpc.RpcCall;
import org.signalbox.rpc.RpcCommand;
import org.signalbox.rpc.RpcParameter;
import org.signalbox.rpc.RpcStruct;
import org.signalbox.script.variable.NetworkVariables;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.statistics.HeapUse;

/** What operators ask of {@code corex} (rpc.md §8.2). */
final class CorexCommands {
  private static final String NO_SELECTOR = "Selector and value not provided";
  private static final int NOTICE = 1;

  private final Port<Sockets> sockets;
  private final Port<OwnNames> names;
  private final Port<Globals> globals;
  private final Port<LogSink> log;

  CorexCommands(
      Port<Sockets> sockets, Port<OwnNames> names, Port<Globals> globals, Port<LogSink> log) {
    this.sockets = sockets;
    this.names = names;
    this.globals = globals;
    this.log = log;
  }

  RpcCommand[] all() {
    return new RpcCommand[] {
      reading("corex.list_sockets", "The sockets of the server", this::sockets).listed(),
      reading("corex.list_aliases", "The names of the server", this::aliases).listed(),
      changing("corex.debug", "Tells or sets the log level", this::debug),
      reading("corex.shm_status", "Writes the use of the memory to the log", this::memory),
      reading("corex.shm_summary", "Writes the use of the memory to the log", this::memory),
      reading("corex.pkg_summary", "Writes the use of the memory to the log", this::ofProcess)
    };
  }

  private void sockets(RpcCall call) {
    for (ListeningPoint point : sockets.get().all()) {
      String host = NetworkVariables.host(point.address());
      RpcStruct socket =
          call.struct().add("PROTO", point.protocol().parameterName()).add("NAME", host);
      socket.struct("ADDRLIST").add("ADDR", host);
      socket
          .add("PORT", String.valueOf(point.address().getPort()))
          .add("MCAST", "no")
          .add("MHOMED", "no")
          .add("VIRTUAL", "no")
          .add("SOCKNAME", Objects.requireNonNullElse(point.name(), "-"))
          .add("ADVERTISE", Objects.requireNonNullElse(SocketFacts.advertised(point), "-"));
    }
  }

  private void aliases(RpcCall call) {
    for (Endpoint name : names.get().all()) {
      String protocol = name.protocol() == null ? "*" : name.protocol().parameterName();
      call.struct().add("PROTO", protocol).add("ADDR", name.host()).add("PORT", name.port());
    }
  }

  private void debug(RpcCall call) {
    long old = globals.get().integer("debug");
    if (!call.more()) {
      call.struct().add("debug", old);
      return;
    }
    long level = call.need(RpcParameter.ANY_INTEGER);
    globals.get().change("debug", level);
    call.struct().add("old", old).add("new", level);
  }

  /** There is one heap for all that Kamailio tells apart. */
  private void memory(RpcCall call) {
    log.get().line(NOTICE, "", HeapUse.now().summary());
    call.struct();
  }

  /** The same for a process, which must be named though there is one only. */
  private void ofProcess(RpcCall call) {
    call.need(RpcParameter.TEXT, 400, NO_SELECTOR);
    call.need(RpcParameter.ANY_INTEGER, 400, NO_SELECTOR);
    memory(call);
  }
}
