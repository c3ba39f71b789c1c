// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import static org.signalbox.rpc.RpcCommand.reading;

import org.signalbox.rpc.RpcCommand;
import org.signalbox.rpc.RpcParameter;

/** Commands that give back what they are given, to try a client with. */
final class EchoCommands {
  private EchoCommands() {}

  static RpcCommand[] all() {
    return new RpcCommand[] {
      echo("core.echo", "Its parameters as texts", RpcParameter.ANY_TEXT),
      echo("core.echo_delta", "The same, as often as rpc_exec_delta lets it", RpcParameter.ANY_TEXT)
          .atIntervals(),
      echo("core.prints", "Its parameters, which are texts", RpcParameter.TEXT),
      echo("core.printi", "Its parameters, which are numbers", RpcParameter.INTEGER)
    };
  }

  private static RpcCommand echo(String name, String doc, RpcParameter<?> parameter) {
    return reading(name, doc, call -> call.rest(parameter).forEach(call::add)).listed();
  }
}
