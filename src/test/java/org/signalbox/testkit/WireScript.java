// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testkit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ListIterator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.signalbox.resolver.Target;
import org.signalbox.script.Source;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.transport.CloseReason;
import org.signalbox.transport.Destination;

/**
 * A golden case over the wire: {@code NAME.cfg} is started, {@code NAME.wire} says what arrives and
 * when, {@code NAME.expected} what comes of it. Without a {@code .wire} file the {@code
 * _default.wire} of the directory is played.
 *
 * <p>Commands, one a line, {@code #} begins a comment:
 *
 * <ul>
 *   <li>{@code show HEADER...}: these headers of sent messages are part of what is expected ({@code
 *       all}, {@code body})
 *   <li>{@code receive [PROTOCOL] [FROM] [to ADDRESS] [conid N]}: a request arrives, up to a line
 *       with a dot; missing headers are made up, {@code -Name} keeps one out
 *   <li>{@code each WORD...}: raw ones from one block, {@code @@} in it being each of the words
 *   <li>{@code raw ...} the same, exactly as written; {@code again}: the last request once more
 *   <li>{@code cancel}, {@code ack}: for the last request that arrived
 *   <li>{@code answer STATUS REASON [| to ADDRESS] [of METHOD]}: a reply to the last request that
 *       was sent (to that address), with the lines up to a dot; {@code answer! ...} without such
 *       lines
 *   <li>{@code open [PROTOCOL] PEER [behind PROXY]}, {@code connect ...}: a connection is accepted,
 *       or begins to open; ids from 1; {@code receive on N}: over it; {@code close N}, {@code reset
 *       N}, {@code timeout N}: how it ends
 *   <li>{@code http POST /RPC}: an HTTP request over TCP, its headers and, behind an empty line,
 *       its body up to a line with a dot; {@code rpc METHOD [PARAMETERS]}: a JSON-RPC call to
 *       {@code /RPC}
 *   <li>{@code advance 500ms}, {@code advance 2s}; {@code dns NAME ADDRESS...}; {@code refuse
 *       ADDRESS [after 2s]}: nothing reaches it from now on
 *   <li>{@code reload FILE}: takes the place of the file that runs, if it can
 * </ul>
 */
public final class WireScript {
  private final Path cfg;
  private final Transcript transcript = new Transcript();
  private final Traffic traffic = new Traffic();
  private final List<Sent> sent = new ArrayList<>();
  private byte[] lastRequest = {};
  private @Nullable ReceiveInfo lastFrom;
  private @Nullable ScriptedServer server;

  private record Sent(String text, Destination to) {}

  private WireScript(Path cfg) {
    this.cfg = cfg;
  }

  /** Plays a case; what it did, or why the file is refused. */
  public static String play(Path cfg) throws Exception {
    return new WireScript(cfg).played();
  }

  private String played() throws Exception {
    Source source = Source.read(cfg);
    List<String> defines =
        source
            .text()
            .lines()
            .filter(line -> line.startsWith("# -A "))
            .map(line -> line.substring(5))
            .toList();
    List<String> commands = commands();
    commands.stream()
        .filter(line -> line.startsWith("show "))
        .findFirst()
        .ifPresent(line -> transcript.show(words(line)));
    try (ScriptedServer started =
        new ScriptedServer(source, defines, transcript::line, this::left)) {
      server = started;
      ListIterator<String> lines = commands.listIterator();
      while (lines.hasNext()) {
        String line = lines.next().trim();
        if (!line.isEmpty() && !line.startsWith("#")) {
          command(line, lines);
        }
      }
    } catch (ScriptedServer.RefusedException refused) {
      transcript.line(String.valueOf(refused.getMessage()).stripTrailing());
    }
    return transcript.toString().replace(cfg.getParent() + "/", "");
  }

  private List<String> commands() throws IOException {
    String name = cfg.getFileName().toString();
    Path own = cfg.resolveSibling(name.substring(0, name.length() - 4) + ".wire");
    Path wire = Files.exists(own) ? own : cfg.resolveSibling("_default.wire");
    return Files.readAllLines(wire, StandardCharsets.ISO_8859_1);
  }

  private static List<String> words(String line) {
    List<String> words = Arrays.asList(line.trim().split("\\s+"));
    return words.subList(1, words.size());
  }

  private synchronized void left(String text, Destination to) {
    sent.add(new Sent(text, to));
    ScriptedServer running = server;
    Duration at = running == null ? Duration.ZERO : running.time().elapsed();
    transcript.sent(at, text, to);
  }

  private ScriptedServer server() {
    ScriptedServer running = server;
    if (running == null) {
      throw new AssertionError("not started");
    }
    return running;
  }

  private void command(String line, ListIterator<String> lines) throws IOException {
    List<String> words = words(line);
    switch (line.split("\\s+")[0]) {
      case "show" -> transcript.show(words);
      case "receive" -> request(traffic.request(Traffic.block(lines)), from(words));
      case "raw" -> request(Traffic.raw(Traffic.block(lines)), from(words));
      case "each" -> each(words, Traffic.block(lines));
      case "http" -> http(Traffic.http(rest(line), Traffic.block(lines)));
      case "rpc" -> http(Traffic.rpc(words.get(0), rest(rest(line))));
      case "again" -> request(lastRequest, from());
      case "cancel" -> arrive(Traffic.follower("CANCEL", last(), ""), from());
      case "ack" -> arrive(Traffic.follower("ACK", last(), toOfLastReply()), from());
      case "answer" -> answer(line, Traffic.block(lines));
      case "answer!" -> answer(line, List.of());
      case "open" -> open(words, false);
      case "connect" -> open(words, true);
      case "close" -> server().end(Long.parseLong(words.get(0)), CloseReason.CLOSED);
      case "reset" -> server().end(Long.parseLong(words.get(0)), CloseReason.RESET);
      case "timeout" -> server().end(Long.parseLong(words.get(0)), CloseReason.TIMEOUT);
      case "advance" -> server().advance(duration(words.get(0)));
      case "reload" -> server().reload(Source.read(cfg.resolveSibling(words.get(0))));
      case "refuse" ->
          server()
              .refuse(
                  address(words.get(0), 5060),
                  words.size() > 2 ? duration(words.get(2)) : Duration.ZERO);
      case "dns" ->
          server()
              .resolver()
              .knows(
                  words.get(0),
                  words.stream()
                      .skip(1)
                      .map(word -> new Target(TransportProtocol.UDP, address(word, 5060)))
                      .toArray(Target[]::new));
      default -> throw new AssertionError(cfg + ": unknown command: " + line);
    }
  }

  private void each(List<String> words, List<String> block) {
    for (String word : words) {
      List<String> lines = block.stream().map(line -> line.replace("@@", word)).toList();
      request(Traffic.raw(lines), from(List.of()));
    }
  }

  private String last() {
    return new String(lastRequest, StandardCharsets.ISO_8859_1);
  }

  private static String rest(String line) {
    int blank = line.indexOf(' ');
    return blank < 0 ? "" : line.substring(blank + 1).trim();
  }

  private void http(byte[] bytes) {
    server().receiveHttp(bytes, from(List.of("TCP", "conid", "1")));
  }

  private ReceiveInfo from() {
    ReceiveInfo known = lastFrom;
    return known == null ? from(List.of()) : known;
  }

  private void request(byte[] bytes, ReceiveInfo info) {
    lastRequest = bytes;
    lastFrom = info;
    arrive(bytes, info);
  }

  private void arrive(byte[] bytes, ReceiveInfo info) {
    transcript.received(new String(bytes, StandardCharsets.ISO_8859_1));
    server().receive(bytes, info);
  }

  private void open(List<String> words, boolean outgoing) {
    int behind = words.indexOf("behind");
    ReceiveInfo info = from(behind < 0 ? words : words.subList(0, behind));
    InetSocketAddress other =
        behind < 0 ? info.source() : address(words.get(behind + 1), Traffic.CALLER.getPort());
    server().connections().open(info.listener(), info.source(), other, outgoing);
  }

  private ReceiveInfo from(List<String> words) {
    if (!words.isEmpty() && words.get(0).equals("on")) {
      return server().connections().live(Long.parseLong(words.get(1))).received();
    }
    TransportProtocol protocol = TransportProtocol.UDP;
    InetSocketAddress peer = Traffic.CALLER;
    InetSocketAddress local = null;
    long connection = 0;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("to")) {
        local = address(words.get(++i), 5060);
      } else if (word.equals("conid")) {
        connection = Long.parseLong(words.get(++i));
      } else if (Character.isLetter(word.charAt(0))) {
        protocol = TransportProtocol.valueOf(word.toUpperCase(Locale.ROOT));
      } else {
        peer = address(word, 5060);
      }
    }
    ListeningPoint point = server().point(protocol, local);
    return new ReceiveInfo(point, peer, point.address(), connection);
  }

  private static InetSocketAddress address(String text, int port) {
    int colon = text.lastIndexOf(':');
    boolean bare = colon < 0 || text.endsWith("]");
    String host = bare ? text : text.substring(0, colon);
    return new InetSocketAddress(
        host.replace("[", "").replace("]", ""),
        bare ? port : Integer.parseInt(text.substring(colon + 1)));
  }

  private static Duration duration(String text) {
    return text.endsWith("ms")
        ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
        : Duration.ofSeconds(Long.parseLong(text.substring(0, text.length() - 1)));
  }

  private void answer(String line, List<String> more) {
    int bar = line.indexOf('|');
    String status = line.substring(line.indexOf(' ') + 1, bar < 0 ? line.length() : bar).trim();
    List<String> where =
        bar < 0 ? List.of() : List.of(line.substring(bar + 1).trim().split("\\s+"));
    int to = where.indexOf("to");
    int of = where.indexOf("of");
    InetSocketAddress peer = to < 0 ? null : address(where.get(to + 1), 5060);
    String method = of < 0 ? "" : where.get(of + 1);
    Sent request = null;
    for (Sent each : List.copyOf(sent)) {
      boolean isRequest = !each.text().startsWith("SIP/2.0");
      if (isRequest
          && each.text().startsWith(method)
          && !each.text().startsWith("ACK ")
          && (peer == null || each.to().address().equals(peer))) {
        request = each;
      }
    }
    if (request == null) {
      throw new AssertionError(cfg + ": nothing was sent that could be answered: " + line);
    }
    TransportProtocol protocol = request.to().protocol();
    ListeningPoint source = request.to().source();
    ListeningPoint point = source == null ? server().point(protocol, null) : source;
    arrive(
        Traffic.reply(request.text(), status, more),
        new ReceiveInfo(
            point, request.to().address(), point.address(), request.to().connectionId()));
  }

  private String toOfLastReply() {
    String to = "";
    for (Sent each : List.copyOf(sent)) {
      if (each.text().startsWith("SIP/2.0")) {
        to =
            each.text()
                .lines()
                .filter(line -> line.startsWith("To:") || line.startsWith("t:"))
                .findFirst()
                .orElse("");
      }
    }
    return to;
  }
}
