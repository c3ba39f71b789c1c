// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.signalbox.routing.Routing;
import org.signalbox.routing.TransactionControl;
import org.signalbox.routing.TransactionControl.Entry;
import org.signalbox.routing.TransactionControl.Ticket;
import org.signalbox.script.RouteKind;
import org.signalbox.script.Source;
import org.signalbox.script.run.Frame;
import org.signalbox.sip.SipParser;
import org.signalbox.sip.SipRequest;
import org.signalbox.testkit.ScriptedServer;
import org.signalbox.testkit.SipText;

/** What a request goes on with, and how that may end. */
class ResumedTest {
  private static final String FILE =
      "listen=udp:127.0.0.1:5060\nloadmodule \"tm.so\"\nrequest_route { exit; }\n";
  private static final InetSocketAddress CALLER = new InetSocketAddress("127.0.0.1", 21900);

  private final List<String> sent = new CopyOnWriteArrayList<>();
  private final List<String> told = new CopyOnWriteArrayList<>();

  @Test
  void aRequestIsAnsweredWhenWhatItGoesOnWithFails() throws Exception {
    try (ScriptedServer server = ScriptedServer.telling(Source.of("t.cfg", FILE), sent::add)) {
      TransactionControl control = server.bindings().require(TransactionControl.class);
      Ticket ticket = suspended(server, control);
      Entry broken =
          frame -> {
            throw new IllegalStateException("broken on purpose");
          };
      assertThatThrownBy(() -> control.resume(ticket, broken, null))
          .isInstanceOf(IllegalStateException.class);
      assertThat(sent).hasSize(1);
      assertThat(sent.get(0)).startsWith("SIP/2.0 500 I'm terribly sorry");
      assertThat(control.resume(ticket, broken, null)).isFalse();
    }
  }

  @Test
  void whoHasSuspendedARequestHearsThatSomebodyElseGoesOn() throws Exception {
    try (ScriptedServer server = ScriptedServer.telling(Source.of("t.cfg", FILE), sent::add)) {
      TransactionControl control = server.bindings().require(TransactionControl.class);
      Ticket ticket = suspended(server, control);
      assertThat(told).isEmpty();
      assertThat(control.resume(ticket, frame -> told.add("goes on"), null)).isTrue();
      assertThat(told).containsExactly("over", "goes on");
    }
  }

  private Ticket suspended(ScriptedServer server, TransactionControl control) {
    byte[] bytes = SipText.request("MESSAGE", "sip:b@b.example").via("UDP", CALLER).bytes();
    SipRequest request = (SipRequest) SipParser.parse(bytes, 0, bytes.length, server.from(CALLER));
    Frame frame = server.bindings().require(Routing.class).frame(request, RouteKind.REQUEST);
    Ticket ticket = Objects.requireNonNull(control.suspend(frame, () -> told.add("over")));
    TmModule.scriptEnded(frame);
    return ticket;
  }
}
