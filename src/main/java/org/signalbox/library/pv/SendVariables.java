// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.pv;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.signalbox.routing.Sending;
import org.signalbox.script.WireText;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.run.Cell;
import org.signalbox.script.run.Variable;
import org.signalbox.script.variable.NetworkVariables;
import org.signalbox.script.variable.VariableTable;
import org.signalbox.script.variable.VariableTable.Keys;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.transport.Destination;

/**
 * {@code $snd(k)} and {@code $sndfrom(k)}: the two ends of what is about to leave; null at any
 * other time (variables.md §6).
 */
final class SendVariables {
  private SendVariables() {}

  static VariableFamily family() {
    return VariableTable.builder()
        .keyed("snd sndto", sending(Destination::address))
        .keyed("sndfrom", sending(SendVariables::leaving))
        .build();
  }

  private interface End {
    @Nullable InetSocketAddress of(Destination destination);
  }

  private static @Nullable InetSocketAddress leaving(Destination destination) {
    ListeningPoint source = destination.source();
    return source == null ? null : source.address();
  }

  private static Keys sending(End end) {
    return new Keys()
        .any("ip", sent(end, (to, address, into) -> into.set(NetworkVariables.ip(address))))
        .any("port", sent(end, (to, address, into) -> into.set(address.getPort())))
        .any("proto", sent(end, (to, address, into) -> into.set(to.protocol().number())))
        .any("sproto", sent(end, (to, address, into) -> into.set(to.protocol().parameterName())))
        .any("af", sent(end, (to, address, into) -> into.set(NetworkVariables.ipVersion(address))))
        .any("buf", sentBytes())
        .any("len", sentLength());
  }

  private static Variable sentLength() {
    return (frame, into) -> {
      Sending sending = Sending.of(frame);
      if (sending.destination() == null) {
        into.clear();
      } else {
        into.set(sending.length());
      }
    };
  }

  private static Variable sentBytes() {
    return (frame, into) -> {
      if (Sending.of(frame).destination() == null) {
        into.clear();
      } else {
        byte[] bytes = frame.message().toBytes();
        into.set(WireText.of(bytes, 0, bytes.length));
      }
    };
  }

  private interface SentPart {
    void read(Destination to, InetSocketAddress address, Cell into);
  }

  private static Variable sent(End end, SentPart part) {
    return (frame, into) -> {
      Destination destination = Sending.of(frame).destination();
      InetSocketAddress address = destination == null ? null : end.of(destination);
      if (destination == null || address == null) {
        into.clear();
      } else {
        part.read(destination, address, into);
      }
    };
  }
}
