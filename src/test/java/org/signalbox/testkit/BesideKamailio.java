// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testkit;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.signalbox.script.Source;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.transport.CloseReason;

/** One file on a real Kamailio and on a server in this JVM; one request at a time to either. */
public final class BesideKamailio implements AutoCloseable {
  private static final String PLACE = "PEER";
  private static final String FIRST = "X-One: first";
  private static final Duration STEP = Duration.ofMillis(50);
  private static final Pattern NUMBER = Pattern.compile("OPTIONS sip:(\\d{3})@");

  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Program program;
  private final SipPeer peer = SipPeer.udp();
  private final InetSocketAddress port;
  private final ScriptedServer server;
  private final List<SipStream> streams = new ArrayList<>();
  private final List<String> sent = new CopyOnWriteArrayList<>();
  private String ping = "";

  /**
   * Starts both; returns when Kamailio answers.
   *
   * @param first a script of the file, asked until there is an answer
   */
  public BesideKamailio(Path folder, Path file, String first) throws Exception {
    int free = Program.freePort();
    port = new InetSocketAddress(InetAddress.getLoopbackAddress(), free);
    boolean streams = !Files.readString(file).contains("disable_tcp=yes");
    String[] also = streams ? new String[] {"-l", "tcp:127.0.0.1:" + free} : new String[0];
    program = Program.kamailio(folder, free, file, also);
    server =
        new ScriptedServer(
            Source.read(file), List.of(), line -> {}, (text, destination) -> sent.add(text));
    Patience.until("Kamailio answers", () -> answers(first), program::printed);
  }

  private boolean answers(String script) {
    peer.send(request(script).replace(PLACE, address()), port);
    return !peer.inbox().all().isEmpty();
  }

  /** An OPTIONS whose user names a script. */
  private static String request(String script) {
    return String.join(
        "\r\n",
        "OPTIONS sip:" + script + "@127.0.0.1:5060 SIP/2.0",
        "Via: SIP/2.0/UDP " + PLACE + ";branch=z9hG4bK" + script,
        "From: \"Al\" <sip:caller@example.com>;tag=c",
        "To: <sip:" + script + "@example.com>",
        "Call-ID: " + script + "@example.com",
        "CSeq: 7 OPTIONS",
        "Max-Forwards: 70",
        "Contact: \"Al\" <sip:caller@127.0.0.1:5070;x=y>;expires=60",
        FIRST,
        "X-One: second",
        "User-Agent: peer",
        "Content-Type: text/plain",
        "Content-Length: 5",
        "",
        "hello");
  }

  private String address() {
    return "127.0.0.1:" + peer.port();
  }

  /** Opens the next connection with both; the first has the id 1. */
  public void connect() {
    SipStream stream = SipStream.to(port);
    streams.add(stream);
    server.connections().open(server.point(TransportProtocol.TCP, null), stream.local(), false);
  }

  /** The other side of a connection ends it. */
  public void disconnect(int conid) {
    streams.get(conid - 1).close();
    server.end(conid, CloseReason.CLOSED);
  }

  /** Whether both have ended a connection. */
  public boolean ended(int conid) {
    return streams.get(conid - 1).awaitEnd().isEmpty()
        && server.connections().byId(conid).isEmpty();
  }

  /** A question over a connection; X-Port names the port of the newest one's other end. */
  private String over(int conid, String script) {
    int port = streams.get(streams.size() - 1).local().getPort();
    return request(script)
        .replace("/UDP " + PLACE, "/TCP 127.0.0.1:" + streams.get(conid - 1).local().getPort())
        .replace(FIRST, "X-Port: " + port);
  }

  /** What Kamailio answers over a connection. */
  public String kamailio(int conid, String script) {
    SipStream stream = streams.get(conid - 1);
    stream.write(over(conid, script));
    return comparable(stream.read().text());
  }

  /** What we answer over it. */
  public String here(int conid, String script) {
    sent.clear();
    String request = over(conid, script);
    server.receive(
        request.getBytes(StandardCharsets.ISO_8859_1), server.connections().live(conid).received());
    return sent.isEmpty() ? "" : comparable(sent.get(0));
  }

  /** What Kamailio answers, without what cannot be the same. */
  public String kamailio(String script) {
    return kamailio(script, FIRST);
  }

  /** What we answer, without what cannot be the same; empty for nothing. */
  public String here(String script) {
    return here(script, FIRST);
  }

  /** What Kamailio answers to a request with a header of its own. */
  public String kamailio(String script, String header) {
    return comparable(kamailioInFull(script, header));
  }

  /** What we answer to it; empty for nothing. */
  public String here(String script, String header) {
    String answer = hereInFull(script, header);
    return answer.isEmpty() ? "" : comparable(answer);
  }

  /** What Kamailio answers to a request with a header of its own, as it came. */
  public String kamailioInFull(String script, String header) {
    peer.send(request(script).replace(PLACE, address()).replace(FIRST, header), port);
    String callId = script + "@example.com";
    return peer.inbox().take(reply -> callId.equals(reply.header("Call-ID"))).text();
  }

  /** What we answer to it, as it went; empty for nothing. */
  public String hereInFull(String script, String header) {
    sent.clear();
    InetSocketAddress from = peer.address();
    ListeningPoint point = server.point(TransportProtocol.UDP, null);
    server.receive(
        request(script)
            .replace(PLACE, address())
            .replace(FIRST, header)
            .getBytes(StandardCharsets.ISO_8859_1),
        new ReceiveInfo(point, from, point.address(), 0));
    if (sent.isEmpty()) {
      server.advance(PAUSE); // for a script that lets requests wait
    }
    return sent.isEmpty() ? "" : sent.get(0);
  }

  /** From now on an OPTIONS to a user that is a number gets that as its answer, from either. */
  public void answerPings() {
    peer.answering("OPTIONS", ping -> replies(ping));
  }

  private static List<String> replies(WireMessage ping) {
    Matcher asked = NUMBER.matcher(ping.startLine());
    return asked.lookingAt()
        ? List.of(ping.reply(Integer.parseInt(asked.group(1)), "As You Like It"))
        : List.of();
  }

  /** Time passes for us, and what we ask in it is answered as Kamailio is. */
  public void pass(Duration span) {
    for (Duration left = span; !left.isNegative(); left = left.minus(STEP)) {
      server.advance(STEP);
      List<String> asked = List.copyOf(sent);
      sent.clear();
      for (String text : asked) {
        replies(new WireMessage(address(server), text)).forEach(this::arrive);
        ping = text.startsWith("OPTIONS sip:200@") ? text : ping;
      }
    }
  }

  private void arrive(String reply) {
    ListeningPoint point = server.point(TransportProtocol.UDP, null);
    server.receive(
        reply.getBytes(StandardCharsets.ISO_8859_1),
        new ReceiveInfo(point, peer.address(), point.address(), 0));
  }

  private static InetSocketAddress address(ScriptedServer server) {
    return server.point(TransportProtocol.UDP, null).address();
  }

  /** The ping of ours that was answered with 200 last. */
  public String pingHere() {
    return ping;
  }

  /** The same of Kamailio's. */
  public String pingOfKamailio() {
    return peer.inbox().take(message -> message.text().startsWith("OPTIONS sip:200@")).text();
  }

  /** Status line, headers in order of their names, body; tags and nonces are each server's own. */
  private static String comparable(String reply) {
    String[] parts = reply.split("\r\n\r\n", 2);
    List<String> lines = new ArrayList<>(List.of(parts[0].split("\r\n")));
    String status = lines.remove(0);
    return status
        + lines.stream()
            .filter(line -> !line.startsWith("Server:"))
            .map(line -> line.startsWith("To:") ? line.replaceAll(";tag=.*", ";tag=T") : line)
            .map(line -> line.replaceAll("nonce=\"[^\"]*\"", "nonce=\"N\""))
            .sorted()
            .collect(Collectors.joining("\n", "\n", "\n\n"))
        + parts[1];
  }

  @Override
  public void close() {
    streams.forEach(SipStream::close);
    server.close();
    peer.close();
    program.close();
  }
}
