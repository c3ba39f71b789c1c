// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testkit;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.signalbox.script.RouteKind;
import org.signalbox.script.Source;
import org.signalbox.script.Span;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.Limits;
import org.signalbox.script.run.Releases;
import org.signalbox.script.run.RunLog;
import org.signalbox.script.run.Script;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipParser;
import org.signalbox.sip.TransportProtocol;

/** Frames of an empty script, for what functions do without one. */
public final class BareFrame {
  private static final byte[] OPTIONS =
      "OPTIONS sip:a@127.0.0.1 SIP/2.0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

  private BareFrame() {}

  /** A new frame; its faults go to a listener. */
  public static Frame telling(Consumer<String> faults) {
    InetSocketAddress address = new InetSocketAddress("127.0.0.1", 5060);
    ListeningPoint point =
        new ListeningPoint(0, TransportProtocol.UDP, address, null, "127.0.0.1", 5060);
    SipMessage message =
        (SipMessage)
            SipParser.parse(
                OPTIONS, 0, OPTIONS.length, new ReceiveInfo(point, address, address, 0));
    Span nowhere = new Span(Source.of("none.cfg", ""), 0, 0);
    Script script =
        new Script(List.of(), new Limits(1, 1, false), new Faults(faults), nowhere, new Releases());
    return new Frame(script, message, RouteKind.REQUEST);
  }

  private record Faults(Consumer<String> listener) implements RunLog {
    @Override
    public void error(Span place, String message) {
      listener.accept(message);
    }

    @Override
    public void warning(Span place, String message) {
      listener.accept(message);
    }
  }
}
