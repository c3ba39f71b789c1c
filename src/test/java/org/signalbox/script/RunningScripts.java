// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.signalbox.script.plan.Plan;
import org.signalbox.script.plan.Planner;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.Route;
import org.signalbox.script.syntax.Parser;
import org.signalbox.script.syntax.ScriptFile;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipParser;
import org.signalbox.sip.TransportProtocol;

/** Runs one INVITE through a script that lives in a {@link Probe}, and writes down what it does. */
final class RunningScripts {
  private static final String INVITE =
      """
      INVITE sip:f16@127.0.0.1:5060 SIP/2.0
      Via: SIP/2.0/UDP 127.0.0.1:21900;branch=z9hG4bKa
      From: <sip:a@127.0.0.1>;tag=1
      To: <sip:f16@127.0.0.1>
      Call-ID: c1
      CSeq: 1 INVITE
      Content-Length: 0

      """
          .replace("\n", "\r\n");

  private RunningScripts() {}

  /** The problems of loading it, or what it writes and how it ends. */
  static String outcome(Source source) {
    Problems problems = new Problems();
    Probe probe = new Probe();
    ScriptFile file = Parser.parse(source, List.of(), probe, problems);
    Plan plan = Planner.plan(source, file, probe, problems);
    StringBuilder out = new StringBuilder(ProblemReport.of(problems));
    Route main = plan.script().route(BlockKind.REQUEST).orElse(null);
    if (problems.errors() > 0 || main == null) {
      return out.toString();
    }
    Frame frame = new Frame(plan.script(), invite(), RouteKind.REQUEST);
    long value = plan.script().run(main, RouteKind.REQUEST, frame);
    probe.lines.forEach(line -> out.append(line).append('\n'));
    out.append("ends with ").append(value).append(frame.dropped() ? ", dropped\n" : "\n");
    return out.toString();
  }

  static SipMessage invite() {
    byte[] bytes = INVITE.getBytes(StandardCharsets.ISO_8859_1);
    InetSocketAddress local = new InetSocketAddress("127.0.0.1", 5060);
    ListeningPoint listener =
        new ListeningPoint(0, TransportProtocol.UDP, local, null, "127.0.0.1", 5060);
    ReceiveInfo info =
        new ReceiveInfo(listener, new InetSocketAddress("127.0.0.1", 21900), local, 0);
    return (SipMessage) SipParser.parse(bytes, 0, bytes.length, info);
  }
}
