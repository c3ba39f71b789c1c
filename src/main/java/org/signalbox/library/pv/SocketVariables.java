// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.pv;

import org.jspecify.annotations.Nullable;
import org.signalbox.module.Port;
import org.signalbox.routing.RequestTarget;
import org.signalbox.routing.Sockets;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.run.Cell;
import org.signalbox.script.run.Frame;
import org.signalbox.script.variable.NetworkVariables;
import org.signalbox.script.variable.VariableTable;
import org.signalbox.sip.ListeningPoint;

/** {@code $fs} and its parts: the socket that a request is to leave from (variables.md §6). */
final class SocketVariables {
  private final Port<Sockets> sockets;

  SocketVariables(Port<Sockets> sockets) {
    this.sockets = sockets;
  }

  VariableFamily family() {
    return VariableTable.builder()
        .text("fs", frame -> RequestTarget.of(frame).socket(), this::writeSocket)
        .text("fsn", frame -> name(chosen(frame)), this::writeName)
        .number("fsp", frame -> port(chosen(frame)))
        .build();
  }

  private @Nullable ListeningPoint chosen(Frame frame) {
    String socket = RequestTarget.of(frame).socket();
    return socket == null ? null : sockets.get().find(socket);
  }

  private static @Nullable String name(@Nullable ListeningPoint socket) {
    return socket == null ? null : socket.name();
  }

  private static int port(@Nullable ListeningPoint socket) {
    return socket == null ? 0 : socket.address().getPort();
  }

  private boolean writeSocket(Frame frame, Cell value) {
    return write(frame, value, sockets.get().find(value.text()));
  }

  private boolean writeName(Frame frame, Cell value) {
    return write(frame, value, sockets.get().named(value.text()));
  }

  private static boolean write(Frame frame, Cell value, @Nullable ListeningPoint found) {
    if (!value.isPresent()) {
      RequestTarget.of(frame).socket(null);
      return true;
    }
    if (value.kind() == Cell.Kind.NUMBER || value.text().isEmpty()) {
      return false;
    }
    if (found == null) {
      frame.warning("no socket of this server is '" + value.text() + "'");
    } else {
      RequestTarget.of(frame).socket(NetworkVariables.socket(found.protocol(), found.address()));
    }
    return true;
  }
}
