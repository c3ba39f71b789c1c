// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.variable;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.Variable;
import org.signalbox.script.variable.VariableTable.Keys;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.sip.Via;

/** {@code $via0(k)}, {@code $via1(k)}, {@code $viaZ(k)}: first, second, last (variables.md §5). */
public final class ViaVariables {
  private ViaVariables() {}

  /** All of them. */
  public static VariableFamily family() {
    return VariableTable.builder()
        .keyed("via0", keys(SipMessage::topVia))
        .keyed("via1", keys(message -> nth(message.vias(), 1)))
        .keyed("viaZ", keys(message -> nth(message.vias(), message.vias().size() - 1)))
        .build();
  }

  private static @Nullable Via nth(List<Via> vias, int position) {
    return position >= 0 && position < vias.size() ? vias.get(position) : null;
  }

  private interface Choice {
    @Nullable Via of(SipMessage message);
  }

  private interface Part {
    @Nullable String of(Via via);
  }

  private static Keys keys(Choice choice) {
    return new Keys()
        .any("host", text(choice, Via::host))
        .any("port", number(choice, via -> via.port() < 0 ? 5060 : via.port()))
        .any("proto", text(choice, via -> via.transportName().toUpperCase(Locale.ROOT)))
        .any("protoid", number(choice, ViaVariables::protocol))
        .any("branch", text(choice, Via::branch))
        .any("rport", text(choice, via -> via.parameter("rport")))
        .any("received", text(choice, Via::received))
        .any("i", text(choice, Via::i));
  }

  private static int protocol(Via via) {
    TransportProtocol protocol = via.transport();
    return protocol == null ? 0 : protocol.number();
  }

  private static @Nullable Via chosen(Choice choice, Frame frame) {
    return choice.of(frame.message());
  }

  private static Variable text(Choice choice, Part part) {
    return (frame, into) -> {
      Via via = chosen(choice, frame);
      into.set(via == null ? null : part.of(via));
    };
  }

  private interface NumberPart {
    int of(Via via);
  }

  private static Variable number(Choice choice, NumberPart part) {
    return (frame, into) -> {
      Via via = chosen(choice, frame);
      if (via == null) {
        into.clear();
      } else {
        into.set(part.of(via));
      }
    };
  }
}
