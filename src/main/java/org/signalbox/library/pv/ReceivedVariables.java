// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.pv;

import org.jspecify.annotations.Nullable;
import org.signalbox.routing.Garbage;
import org.signalbox.script.WireText;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.run.Cell;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.Variable;
import org.signalbox.script.variable.NetworkVariables;
import org.signalbox.script.variable.VariableTable;
import org.signalbox.script.variable.VariableTable.Keys;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.SipMessage;

/**
 * {@code $mb} and {@code $ml}: what was received, be it a message or not; {@code $rcv(k)}: what was
 * received and is no message, null in SIP routes (variables.md §5, §6).
 */
final class ReceivedVariables {
  private ReceivedVariables() {}

  static VariableFamily family() {
    return VariableTable.builder()
        .text("mb", ReceivedVariables::bytes)
        .number("ml", ReceivedVariables::length)
        .keyed(
            "rcv recv",
            new Keys()
                .text("buf", frame -> garbage(frame) ? bytes(frame) : null)
                .any("len", number((frame, info) -> length(frame)))
                .any("proto", number((frame, info) -> info.protocol().number()))
                .any("sproto", text(info -> info.protocol().parameterName()))
                .any("srcip", text(info -> NetworkVariables.ip(info.source())))
                .any("rcvip", text(info -> NetworkVariables.ip(info.local())))
                .any("dstip", text(info -> NetworkVariables.ip(info.local())))
                .any("srcport", number((frame, info) -> info.source().getPort()))
                .any("rcvport", number((frame, info) -> info.local().getPort()))
                .any("dstport", number((frame, info) -> info.local().getPort()))
                .any("af", number((frame, info) -> NetworkVariables.ipVersion(info.local()))))
        .build();
  }

  private static boolean garbage(Frame frame) {
    return Garbage.of(frame).bytes().length > 0;
  }

  private static String bytes(Frame frame) {
    byte[] garbage = Garbage.of(frame).bytes();
    SipMessage message = frame.message();
    return garbage.length > 0
        ? WireText.of(garbage, 0, garbage.length)
        : WireText.of(message.array(), message.start(), message.end());
  }

  private static int length(Frame frame) {
    int garbage = Garbage.of(frame).bytes().length;
    return garbage > 0 ? garbage : frame.message().length();
  }

  private static @Nullable ReceiveInfo info(Frame frame) {
    return garbage(frame) && !frame.message().local() ? frame.message().received() : null;
  }

  private interface Part {
    String of(ReceiveInfo info);
  }

  private static Variable text(Part part) {
    return (frame, into) -> {
      ReceiveInfo info = info(frame);
      into.set(info == null ? null : part.of(info));
    };
  }

  private interface NumberPart {
    long of(Frame frame, ReceiveInfo info);
  }

  private static Variable number(NumberPart part) {
    return (frame, into) -> number(frame, part, into);
  }

  private static void number(Frame frame, NumberPart part, Cell into) {
    ReceiveInfo info = info(frame);
    if (info == null) {
      into.clear();
    } else {
      into.set(part.of(frame, info));
    }
  }
}
