// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import static org.signalbox.rpc.RpcCommand.reading;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import org.signalbox.module.Bindings;
import org.signalbox.module.Port;
import org.signalbox.routing.Globals;
import org.signalbox.rpc.RpcCall;
import org.signalbox.rpc.RpcCommand;
import org.signalbox.rpc.RpcStruct;
import org.signalbox.transport.Connection;
import org.signalbox.transport.ConnectionTable;
import org.signalbox.transport.TcpParameter;
import org.signalbox.transport.TcpParameters;

/** The stream connections and their parameters. */
final class StreamCommands {
  private static final String OFF = "tcp support disabled";

  /** What {@code core.tcp_options} shows, in Kamailio's order. */
  private static final String[] OPTIONS = {
    "connect_timeout",
    "send_timeout",
    "connection_lifetime",
    "max_connections(soft)",
    "max_tls_connections(soft)",
    "no_connect",
    "fd_cache",
    "async",
    "connect_wait",
    "conn_wq_max",
    "wq_max",
    "defer_accept",
    "delayed_ack",
    "syncnt",
    "linger2",
    "keepalive",
    "keepidle",
    "keepintvl",
    "keepcnt",
    "crlf_ping",
    "accept_aliases",
    "alias_flags",
    "new_conn_alias_flags"
  };

  private final Port<ConnectionTable> connections = Port.to(ConnectionTable.class);
  private final Port<TcpParameters> parameters = Port.to(TcpParameters.class);
  private final Port<Globals> globals = Port.to(Globals.class);

  RpcCommand[] all() {
    return new RpcCommand[] {
      reading("core.tcp_info", "How many connections there are and may be", this::info),
      reading("core.tcp_options", "The parameters of connections", this::options),
      reading("core.tcp_list", "All connections", this::list).listed(),
      reading("core.udp4_raw_info", "Raw sockets, which are not used", this::rawInfo)
    };
  }

  void connect(Bindings bindings) {
    connections.connectIfThere(bindings);
    parameters.connectIfThere(bindings);
    globals.connect(bindings);
  }

  private boolean off(RpcCall call) {
    boolean off = !connections.connected() || globals.get().integer("disable_tcp") != 0;
    if (off) {
      call.fault(500, OFF);
    }
    return off;
  }

  private void info(RpcCall call) {
    if (!off(call)) {
      long secure = connections.get().all().filter(each -> each.protocol().secure()).count();
      long children = globals.get().integer("tcp_children");
      call.struct()
          .add("readers", children > 0 ? children : globals.get().integer("children"))
          .add("max_connections", value("max_connections"))
          .add("max_tls_connections", value("max_tls_connections"))
          .add("opened_connections", connections.get().size())
          .add("opened_tls_connections", secure)
          .add("write_queued_bytes", connections.get().queuedBytes());
    }
  }

  private void options(RpcCall call) {
    if (!off(call)) {
      RpcStruct all = call.struct();
      for (String option : OPTIONS) {
        all.add(option, value(option.replace("(soft)", "")));
      }
    }
  }

  /** What is in force, else what the file says about something that has no effect here. */
  private long value(String name) {
    Optional<TcpParameter> known = TcpParameter.named(name);
    return known.isPresent() && parameters.connected()
        ? parameters.get().value(known.get())
        : globals
            .get()
            .integer(name.equals("max_tls_connections") ? "tls_max_connections" : "tcp_" + name);
  }

  private void list(RpcCall call) {
    if (!off(call)) {
      connections
          .get()
          .all()
          .sorted(Comparator.comparingLong(Connection::id))
          .forEach(connection -> describe(connection, call.struct()));
    }
  }

  private static void describe(Connection connection, RpcStruct into) {
    into.add("id", connection.id())
        .add("type", connection.protocol().viaName())
        .add("state", "CONN_" + connection.state())
        .add("timeout", seconds(connection.remaining()))
        .add("lifetime", seconds(connection.lifetime()))
        .add("ref_count", 1)
        .add("src_ip", connection.peer().getAddress().getHostAddress())
        .add("src_port", connection.peer().getPort())
        .add("dst_ip", connection.local().getAddress().getHostAddress())
        .add("dst_port", connection.local().getPort());
  }

  private static long seconds(Optional<Duration> time) {
    return time.map(Duration::toSeconds).orElse(-1L);
  }

  private void rawInfo(RpcCall call) {
    long lives = globals.get().integer("udp4_raw_ttl");
    call.struct()
        .add("udp4_raw", 0)
        .add("udp4_raw_mtu", globals.get().integer("udp4_raw_mtu"))
        .add("udp4_raw_ttl", lives < 0 ? 64 : lives);
  }
}
