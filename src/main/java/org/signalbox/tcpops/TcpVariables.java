// SPDX-License-Identifier: Apache-2.0
package org.signalbox.tcpops;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.run.Cell;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.Variable;
import org.signalbox.script.variable.NetworkVariables;
import org.signalbox.script.variable.VariableTable;
import org.signalbox.script.variable.VariableTable.Keys;
import org.signalbox.transport.Connection;

/** {@code $tcp(...)}: the source connection and who is really at its other end (tcpops.md §6). */
final class TcpVariables {
  private final Subject subject;

  TcpVariables(Subject subject) {
    this.subject = subject;
  }

  VariableFamily family() {
    return VariableTable.builder()
        .keyed(
            "tcp",
            new Keys()
                .number("conid", Subject::id)
                .text("c_si", frame -> ip(peer(frame)))
                .any("c_sp", port(this::peer))
                .any("aconid", living((connection, into) -> into.set(connection.id())))
                .text("ac_si", frame -> ip(livingPeer(frame)))
                .any("ac_sp", port(this::livingPeer)))
        .build();
  }

  private interface Reading {
    void read(Connection connection, Cell into);
  }

  private interface Address {
    @Nullable InetSocketAddress of(Frame frame);
  }

  /** Nothing when the connection is gone, or there was none. */
  private Variable living(Reading reading) {
    return (frame, into) -> {
      Connection connection = subject.source(frame);
      if (connection == null) {
        into.clear();
      } else {
        reading.read(connection, into);
      }
    };
  }

  private @Nullable InetSocketAddress livingPeer(Frame frame) {
    Connection connection = subject.source(frame);
    return connection == null ? null : connection.socketPeer();
  }

  /** The source of the message when the connection is gone, or there was none. */
  private @Nullable InetSocketAddress peer(Frame frame) {
    InetSocketAddress living = livingPeer(frame);
    return living != null || frame.message().local() ? living : frame.message().received().source();
  }

  private static @Nullable String ip(@Nullable InetSocketAddress address) {
    return address == null ? null : NetworkVariables.ip(address);
  }

  private static Variable port(Address address) {
    return (frame, into) -> {
      InetSocketAddress found = address.of(frame);
      if (found == null) {
        into.clear();
      } else {
        into.set(found.getPort());
      }
    };
  }
}
