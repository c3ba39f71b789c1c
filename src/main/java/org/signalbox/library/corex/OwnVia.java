// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.corex;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Port;
import org.signalbox.routing.Endpoint;
import org.signalbox.routing.Globals;
import org.signalbox.routing.RequestTarget;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.StateKey;
import org.signalbox.script.variable.NamedValues;
import org.signalbox.script.variable.NamedValues.Tree;

/**
 * What our own Via carries and shows, taken when the function runs; 0 takes it back. The records
 * are those that {@code xavp_via_params} and {@code xavp_via_fields} name. Every function gives 1.
 */
final class OwnVia {
  private static final StateKey<Map<String, String>> KEY =
      StateKey.ofTransaction(LinkedHashMap::new);

  private final Port<Globals> globals;

  OwnVia(Port<Globals> globals) {
    this.globals = globals;
  }

  /** {@code ;srvid=N}. */
  int serverId(Frame frame, long on) {
    return put(frame, "srvid", on == 0 ? "" : ";srvid=" + globals.get().integer("server_id"));
  }

  /** Every value of the record, the newest first. */
  int parameters(Frame frame, long on) {
    NamedValues record = on == 0 ? null : record(frame, "xavp_via_params");
    StringBuilder out = new StringBuilder();
    if (record != null) {
      record.forEach(
          (name, value) -> {
            String text = value.text();
            out.append(';').append(name).append(text.isEmpty() ? "" : "=" + text);
          });
    }
    return put(frame, "xavp", out.toString());
  }

  /** {@code address} and {@code port} of the record in place of those of the socket. */
  int fields(Frame frame, long on) {
    NamedValues record = on == 0 ? null : record(frame, "xavp_via_fields");
    RequestTarget target = RequestTarget.of(frame);
    target.advertisedAddress(text(record, "address"));
    target.advertisedPort(port(frame, text(record, "port")));
    return 1;
  }

  private static int port(Frame frame, @Nullable String written) {
    int port = written == null ? 0 : Endpoint.port(written);
    if (port < 0) {
      frame.error("xavp_via_fields: '" + written + "' is no port");
    }
    return Math.max(0, port);
  }

  private @Nullable NamedValues record(Frame frame, String setting) {
    String name = globals.get().text(setting);
    return name.isEmpty() ? null : NamedValues.of(frame, Tree.EXACT).fields(name, 0);
  }

  private static @Nullable String text(@Nullable NamedValues record, String field) {
    return record == null || record.count(field) == 0 ? null : record.value(field, 0).text();
  }

  private static int put(Frame frame, String part, String written) {
    Map<String, String> parts = frame.state(KEY);
    parts.put(part, written);
    RequestTarget.of(frame).viaParameters(String.join("", parts.values()));
    return 1;
  }
}
