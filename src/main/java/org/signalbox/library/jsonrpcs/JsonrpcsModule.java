// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.jsonrpcs;

import static org.signalbox.module.Functions.ANY;
import static org.signalbox.module.Functions.REQUEST;
import static org.signalbox.script.FunctionSignature.ParameterKind.TEXT;

import org.jspecify.annotations.Nullable;
import org.signalbox.module.Bindings;
import org.signalbox.module.Exports;
import org.signalbox.module.Functions;
import org.signalbox.module.ModuleException;
import org.signalbox.module.Parameter;
import org.signalbox.module.ParameterValues;
import org.signalbox.module.SignalboxModule;
import org.signalbox.routing.HttpReplies;
import org.signalbox.rpc.JsonRpc;
import org.signalbox.rpc.RpcCall;
import org.signalbox.rpc.RpcCommand;
import org.signalbox.rpc.RpcParameter;
import org.signalbox.rpc.RpcRegistry;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.script.variable.VariableTable;

/** The export table of {@code jsonrpcs} (rpc.md §3.1). */
public final class JsonrpcsModule implements SignalboxModule {
  /** Whether answers have line ends and tabs. */
  public static final Parameter<Boolean> PRETTY_FORMAT = Parameter.flag("pretty_format", true);

  /** Sum of the transports: 1 HTTP, 2 FIFO, 4 datagrams, 8 TCP; 0 for all there are. */
  public static final Parameter<Long> TRANSPORT = Parameter.integer("transport", 6);

  private static final int HTTP = 1;
  private static final int SOCKETS = 2 | 4 | 8;
  private static final int SHORTEST_SOCKET = 6;

  private final ScriptedCalls calls = new ScriptedCalls();
  private ParameterValues parameters = ParameterValues.DEFAULTS;

  @Override
  public String name() {
    return "jsonrpcs";
  }

  @Override
  public Exports exports() {
    return Exports.builder()
        .parameters(
            PRETTY_FORMAT,
            TRANSPORT,
            Parameter.text("fifo_name", "kamailio_rpc.fifo"),
            Parameter.integer("fifo_mode", 0660),
            Parameter.textOrNumber("fifo_user", ""),
            Parameter.textOrNumber("fifo_group", ""),
            Parameter.text("fifo_reply_dir", "/tmp/"),
            Parameter.text("dgram_socket", "kamailio_rpc.sock", JsonrpcsModule::tooShort),
            Parameter.integer("dgram_workers", 1),
            Parameter.integer("dgram_timeout", 2000),
            Parameter.integer("dgram_mode", 0660),
            Parameter.textOrNumber("dgram_user", ""),
            Parameter.textOrNumber("dgram_group", ""),
            Parameter.text("tcp_socket", ""))
        .functions(
            Functions.of("jsonrpc_dispatch", REQUEST, arguments -> calls::dispatch),
            Functions.of("jsonrpc_exec", ANY, this::exec, TEXT))
        .variables(VariableTable.builder().keyed("jsonrpl", ScriptedCalls.keys()).build())
        .commands(
            RpcCommand.reading(
                    "jsonrpc.echo", "The text and the number it is given", JsonrpcsModule::echo)
                .listed())
        .build();
  }

  private static @Nullable String tooShort(String socket) {
    return socket.length() < SHORTEST_SOCKET ? "the name of the socket is too short" : null;
  }

  @Override
  public void init(ParameterValues given, Bindings bindings) {
    parameters = given;
  }

  @Override
  public void start(Bindings bindings) {
    HttpReplies http = bindings.find(HttpReplies.class).orElse(null);
    long transport = parameters.value(TRANSPORT);
    if (http == null && (transport & HTTP) != 0) {
      throw new ModuleException("cannot bind to XHTTP API: load xhttp.so as well");
    }
    if (transport == 0 || (transport & SOCKETS) != 0) {
      JsonrpcsLog.LOG.httpOnly();
    }
    calls.connect(
        new JsonRpc(
            bindings.require(RpcRegistry.class),
            JsonRpc.Manners.KAMAILIO,
            parameters.value(PRETTY_FORMAT)),
        http);
  }

  private FunctionCall exec(Arguments arguments) {
    Arguments.TextArgument document = arguments.text(0);
    return frame -> calls.exec(frame, document.value(frame));
  }

  private static void echo(RpcCall call) {
    call.add(call.need(RpcParameter.TEXT)).add(call.need(RpcParameter.INTEGER));
  }
}
