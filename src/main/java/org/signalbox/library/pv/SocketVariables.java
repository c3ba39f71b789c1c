// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.pv;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Port;
import org.signalbox.routing.RequestTarget;
import org.signalbox.script.Value;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.run.Cell;
import org.signalbox.script.run.Frame;
import org.signalbox.script.variable.NetworkVariables;
import org.signalbox.script.variable.VariableTable;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.transport.MessageSender;

/** {@code $fs} and its parts: the socket that a request is to leave from (variables.md §6). */
final class SocketVariables {
  private final Port<MessageSender> sender;

  SocketVariables(Port<MessageSender> sender) {
    this.sender = sender;
  }

  VariableFamily family() {
    return VariableTable.builder()
        .text("fs", frame -> RequestTarget.of(frame).socket(), this::writeSocket)
        .text("fsn", this::socketName, this::writeSocketName)
        .number("fsp", SocketVariables::socketPort)
        .build();
  }

  private static long socketPort(Frame frame) {
    String socket = RequestTarget.of(frame).socket();
    return socket == null ? 0 : Value.of(socket.substring(socket.lastIndexOf(':') + 1)).number();
  }

  private @Nullable String socketName(Frame frame) {
    String socket = RequestTarget.of(frame).socket();
    for (ListeningPoint point : sender.get().listeningPoints()) {
      if (written(point).equals(socket)) {
        return point.name();
      }
    }
    return null;
  }

  private static String written(ListeningPoint point) {
    return NetworkVariables.socket(point.protocol(), point.address());
  }

  private interface Match {
    boolean of(ListeningPoint point);
  }

  private boolean writeSocket(Frame frame, Cell value) {
    String wanted = value.text().toLowerCase(Locale.ROOT);
    return choose(frame, value, point -> written(point).equals(wanted));
  }

  private boolean writeSocketName(Frame frame, Cell value) {
    String wanted = value.text();
    return choose(frame, value, point -> wanted.equals(point.name()));
  }

  private boolean choose(Frame frame, Cell value, Match match) {
    if (!value.isPresent()) {
      RequestTarget.of(frame).socket(null);
      return true;
    }
    String wanted = value.text();
    if (value.kind() == Cell.Kind.NUMBER || wanted.isEmpty()) {
      return false;
    }
    for (ListeningPoint point : sender.get().listeningPoints()) {
      if (match.of(point)) {
        RequestTarget.of(frame).socket(written(point));
        return true;
      }
    }
    frame.warning("no socket of this server is " + wanted);
    return true;
  }
}
