// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.pv;

import org.signalbox.rpc.RpcCall;
import org.signalbox.rpc.RpcCommand;
import org.signalbox.rpc.RpcParameter;
import org.signalbox.rpc.RpcStruct;
import org.signalbox.script.Value;
import org.signalbox.script.WireText;

/** {@code $shv(name)} from outside (rpc.md §8.2). */
final class SharedVariableCommands {
  private static final String UNKNOWN = "Variable not found";

  private final SharedVariables variables;

  SharedVariableCommands(SharedVariables variables) {
    this.variables = variables;
  }

  RpcCommand[] all() {
    return new RpcCommand[] {
      RpcCommand.reading("pv.shvGet", "The value of $shv(name), or of all", this::get),
      RpcCommand.changing("pv.shvSet", "Sets $shv(name): name, int or str, value", this::set)
    };
  }

  private void get(RpcCall call) {
    String name = call.optional(RpcParameter.TEXT);
    if (name == null) {
      RpcStruct items = call.struct().struct("items");
      variables.all().forEach((each, value) -> describe(each, value, items.struct("shv")));
      return;
    }
    Value value = variables.value(name);
    if (value == null) {
      call.fault(404, UNKNOWN);
    } else {
      describe(name, value, call.struct());
    }
  }

  private static void describe(String name, Value value, RpcStruct into) {
    into.add("name", name)
        .add("type", value.isInteger() ? "int" : "string")
        .add("value", value.isInteger() ? (Object) value.number() : WireText.decoded(value.text()));
  }

  private void set(RpcCall call) {
    String name = call.need(RpcParameter.TEXT);
    String type = call.need(RpcParameter.TEXT);
    if (variables.value(name) == null) {
      call.fault(404, UNKNOWN);
      return;
    }
    switch (type) {
      case "int" -> variables.set(name, Value.of(call.need(RpcParameter.ANY_INTEGER)));
      case "str" -> variables.set(name, Value.of(WireText.bytes(call.need(RpcParameter.ANY_TEXT))));
      default -> {
        call.fault(500, "Unknown parameter type (Types: int or str)");
        return;
      }
    }
    call.add("Ok. Variable set to new value.");
  }
}
