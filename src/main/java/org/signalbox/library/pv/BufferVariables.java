// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.pv;

import java.util.Arrays;
import org.signalbox.routing.Rewriting;
import org.signalbox.script.WireText;
import org.signalbox.script.plan.Resolver;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.run.Cell;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.TextFormat;
import org.signalbox.script.run.Variable;
import org.signalbox.script.variable.VariableTable;
import org.signalbox.sip.SipMessage;

/** {@code $msgbuf(N)}: one byte of the message; assigned, it is another one (variables.md §5). */
final class BufferVariables {
  private BufferVariables() {}

  static VariableFamily family() {
    return VariableTable.builder()
        .any(
            "msgbuf",
            (name, inner, index, resolver) -> {
              if (index.given()) {
                throw new Unresolvable("$" + name + " does not get index param");
              }
              return octet(VariableFamily.inner(name, inner), resolver);
            })
        .build();
  }

  private static Variable octet(String offset, Resolver resolver) {
    if (!offset.matches("\\d{1,9}|\\$.+")) {
      throw new Unresolvable("$msgbuf(" + offset + "): '" + offset + "' is no offset");
    }
    TextFormat written = resolver.format(offset);
    return VariableTable.writable(
        (frame, into) -> {
          int at = place(frame, written);
          if (at < 0) {
            into.clear();
          } else {
            into.set(WireText.of(frame.message().array(), at, at + 1));
          }
        },
        (frame, value) -> write(frame, written, value));
  }

  /** The place in the array; -1, with an error, when the message is shorter. */
  private static int place(Frame frame, TextFormat written) {
    SipMessage message = frame.message();
    try {
      int offset = Integer.parseInt(written.text(frame));
      if (offset >= 0 && offset < message.end() - message.start()) {
        return message.start() + offset;
      }
    } catch (NumberFormatException notANumber) {
      // as one beyond the end
    }
    frame.error("$msgbuf: no byte has the offset '" + written.text(frame) + "'");
    return -1;
  }

  private static boolean write(Frame frame, TextFormat written, Cell value) {
    String text = value.isPresent() ? value.text() : "";
    int at = place(frame, written);
    if (at < 0 || text.isEmpty()) {
      return false;
    }
    SipMessage message = frame.message();
    if (!message.edits().isEmpty()) {
      frame.error("$msgbuf: changes wait to be applied; call msg_apply_changes() first");
      return false;
    }
    byte[] bytes = Arrays.copyOfRange(message.array(), message.start(), message.end());
    bytes[at - message.start()] = WireText.octets(text).toBytes()[0];
    return Rewriting.replace(frame, bytes);
  }
}
