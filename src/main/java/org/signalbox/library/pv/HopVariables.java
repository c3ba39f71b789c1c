// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.pv;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.run.Cell;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.Variable;
import org.signalbox.script.transformation.UriText;
import org.signalbox.script.variable.MessageUris;
import org.signalbox.script.variable.UriParts;
import org.signalbox.script.variable.VariableTable;
import org.signalbox.script.variable.VariableTable.Keys;
import org.signalbox.sip.HeaderType;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.sip.Via;

/** Where a message goes next: {@code $nh(k)}, for replies {@code $rpl(k)} (variables.md §6). */
final class HopVariables {
  private HopVariables() {}

  static VariableFamily family() {
    UriParts.Source hop = frame -> hop(frame).parts();
    return VariableTable.builder()
        .keyed(
            "nh",
            new Keys()
                .text("u", frame -> hop(frame).text())
                .any("U", UriParts.user(hop))
                .any("d", UriParts.host(hop))
                .any("p", UriParts.port(hop))
                .any("P", UriParts.transport(hop))
                .number("i", frame -> literal(hop(frame).parts())))
        .keyed("rpl", reply())
        .build();
  }

  private static MessageUris.Read hop(Frame frame) {
    if (frame.message() instanceof SipRequest) {
      MessageUris.Read destination = CurrentUri.destination(frame);
      return destination.text() == null ? CurrentUri.request(frame) : destination;
    }
    return MessageUris.Read.of(replyHop(frame.message()));
  }

  private static @Nullable String replyHop(SipMessage reply) {
    Via via = second(reply);
    if (via == null) {
      return null;
    }
    return "sip:%s:%d;transport=%s"
        .formatted(host(via), port(via), via.transportName().toLowerCase(Locale.ROOT));
  }

  private static @Nullable Via second(SipMessage reply) {
    List<Via> vias = reply.vias();
    return vias.size() < 2 ? null : vias.get(1);
  }

  private static String host(Via via) {
    String received = via.received();
    return received == null ? via.host() : received;
  }

  private static int port(Via via) {
    return via.rport() > 0 ? via.rport() : via.portOrDefault();
  }

  /** The version of IP where the host is an address; 0 for a name. */
  private static int literal(@Nullable UriText uri) {
    String host = uri == null ? "" : uri.host();
    if (host.startsWith("[")) {
      return 6;
    }
    boolean digits = !host.isEmpty();
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      digits &= c == '.' || (c >= '0' && c <= '9');
    }
    return digits ? 4 : 0;
  }

  private static Keys reply() {
    return new Keys()
        .text("duri", frame -> request(frame) ? null : replyHop(frame.message()))
        .any("dhost", ofReply((via, into) -> into.set(host(via))))
        .any("dport", ofReply((via, into) -> into.set(port(via))))
        .any("dproto", ofReply((via, into) -> into.set(protocol(via).parameterName())))
        .any("dprotoid", ofReply((via, into) -> into.set(protocol(via).number())))
        .any("cntvia", ofMessage(message -> message.vias().size()))
        .any("cntrr", ofMessage(message -> message.values(HeaderType.RECORD_ROUTE).size()));
  }

  private static boolean request(Frame frame) {
    return frame.message() instanceof SipRequest;
  }

  private static TransportProtocol protocol(Via via) {
    TransportProtocol known = via.transport();
    return known == null ? TransportProtocol.UDP : known;
  }

  private interface ViaPart {
    void read(Via via, Cell into);
  }

  private static Variable ofReply(ViaPart part) {
    return (frame, into) -> {
      Via via = request(frame) ? null : second(frame.message());
      if (via == null) {
        into.clear();
      } else {
        part.read(via, into);
      }
    };
  }

  private interface Count {
    int of(SipMessage message);
  }

  private static Variable ofMessage(Count count) {
    return (frame, into) -> {
      if (request(frame)) {
        into.clear();
      } else {
        into.set(count.of(frame.message()));
      }
    };
  }
}
