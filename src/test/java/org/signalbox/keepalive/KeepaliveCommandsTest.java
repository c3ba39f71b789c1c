// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.signalbox.module.Bindings;
import org.signalbox.module.Port;
import org.signalbox.rpc.RpcCaller;
import org.signalbox.rpc.RpcCommand;
import org.signalbox.rpc.RpcRegistry;
import org.signalbox.rpc.RpcReply;
import org.signalbox.rpc.RpcStruct;

/** The answers that Kamailio gives, word by word (keepalive.md §7, cases 17 to 21). */
class KeepaliveCommandsTest {
  private static final String NEVER = "Thu Jan  1 00:00:00 1970\n";

  private final Station station = new Station();
  private final RpcRegistry registry = new RpcRegistry();
  private KeepaliveCommands.Listing listing = new KeepaliveCommands.Listing(true, 3);

  @BeforeEach
  void register() {
    Port<Keepalive> port = Port.to(Keepalive.class);
    port.connect(new Bindings().bind(Keepalive.class, station.watch));
    for (RpcCommand command : new KeepaliveCommands(port, () -> listing).all()) {
      registry.register(command);
    }
    for (RpcCommand command : new OrderCommands(port).all()) {
      registry.register(command);
    }
    registry.open(true);
  }

  @Test
  void addAndDelAnswerWithSentences() {
    assertThat(ask("keepalive.add", "127.0.0.1:7", "g")).isEqualTo("Ok. Destination added.");
    assertThat(ask("keepalive.add", "sip:127.0.0.1:7", "g"))
        .isEqualTo("500 couldn't add data to list");
    assertThat(ask("keepalive.add", "sip:[::1", "g")).isEqualTo("500 couldn't add data to list");
    assertThat(ask("keepalive.del", "sip:127.0.0.1:7", "h"))
        .isEqualTo("500 couldn't delete data from list");
    assertThat(ask("keepalive.del", "sip:127.0.0.1:7", "g", "surplus"))
        .isEqualTo("Ok. Destination removed.");
    assertThat(ask("keepalive.del", "sip:127.0.0.1:7", "g"))
        .isEqualTo("500 couldn't delete data from list");
  }

  @Test
  void parametersAreTwoTextsThatAreNotEmpty() {
    for (String command : List.of("keepalive.add", "keepalive.del", "keepalive.get")) {
      assertThat(ask(command)).isEqualTo("500 Not enough parameters or wrong format");
      assertThat(ask(command, "sip:a")).isEqualTo("500 Not enough parameters or wrong format");
      assertThat(ask(command, 5L, "g")).isEqualTo("500 Not enough parameters or wrong format");
      assertThat(ask(command, "", "g")).isEqualTo("500 parameter is len less than 1");
      assertThat(ask(command, "sip:a", "")).isEqualTo("500 parameter is len less than 1");
    }
  }

  @Test
  void getHasThreeMembers() {
    station.peers.answer("sip:a", 200);
    station.watch.add("a", "g");
    station.pass(1);
    assertThat(ask("keepalive.get", "sip:a", "g")).isEqualTo("{uri=sip:a, owner=g, state=1}");
    assertThat(ask("keepalive.get", "sip:a", "h")).isEqualTo("500 couldn't get data from list");
  }

  @Test
  void listHasAllOfThemYoungestFirst() {
    assertThat(ask("keepalive.list")).isEqualTo("[]");
    station.watch.add("a", "g");
    station.watch.add("b", "g");
    station.watch.add("c", "g");
    assertThat(ask("keepalive.list"))
        .isEqualTo("[" + unchecked("c") + ", " + unchecked("b") + ", " + unchecked("a") + "]");
    station.watch.add("d", "g");
    assertThat(ask("keepalive.list"))
        .isEqualTo("500 4 destinations are too many for one list: see keepalive.page");
    listing = new KeepaliveCommands.Listing(false, 3);
    assertThat(ask("keepalive.list")).isEqualTo(unchecked("a"));
  }

  @Test
  void timesLookLikeThoseOfC() {
    station.peers.answer("sip:a", 200);
    station.watch.add("a", "g");
    station.pass(1);
    assertThat(ask("keepalive.list"))
        .containsPattern("last up=\\w{3} \\w{3} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d \\d{4}\n");
  }

  @Test
  void flushForgetsThemAll() {
    station.watch.add("a", "g");
    assertThat(ask("keepalive.flush")).isEqualTo("Ok. Destination list flushed.");
    assertThat(ask("keepalive.list")).isEqualTo("[]");
  }

  @Test
  void infoSaysWhyItIsDown() {
    station.peers.answer("sip:a", 503);
    station.watch.add("a", "g");
    station.pass(1);
    assertThat(ask("keepalive.info", "a", "g"))
        .contains("code=503, reason=503 Reason, failures=1, source=127.0.0.1:5060, pings=1");
  }

  @Test
  void settingsOfOneAreChangedAndGivenBack() {
    station.watch.add("a", "g");
    assertThat(ask("keepalive.set", "a", "g", "group", "trunks")).isEqualTo("Ok. Setting changed.");
    assertThat(ask("keepalive.groups")).isEqualTo("[{group=trunks, unknown=1, up=0, down=0}]");
    assertThat(ask("keepalive.info", "a", "g"))
        .contains("group=trunks", "changed=group changed by rpc at 2026-01-01T00:00:00Z");
    assertThat(ask("keepalive.unset", "a", "g", "group")).isEqualTo("Ok. Setting changed.");
    assertThat(ask("keepalive.groups")).isEqualTo("[]");
    assertThat(ask("keepalive.set", "a", "g", "no", "1"))
        .isEqualTo("500 no: there is no such setting");
    assertThat(ask("keepalive.set", "a", "g", "ping_socket", "x"))
        .isEqualTo("500 ping_socket: it can be said only when a destination is added");
    assertThat(ask("keepalive.set", "b", "g", "group", "x"))
        .isEqualTo("500 couldn't get data from list");
  }

  @Test
  void eachAddressBehindANameIsToldApart() {
    station.peers.outcome(
        "sip:a",
        new PingOutcome.Several(
            List.of(
                new PingOutcome.OfTarget("udp:192.0.2.1:5060", new PingOutcome.NoAnswer(null)),
                new PingOutcome.OfTarget(
                    "udp:192.0.2.2:5060",
                    new PingOutcome.Answered(200, "OK", ScriptedPeers.ROUND_TRIP, null)))));
    station.watch.add("a", "g");
    station.pass(1);
    assertThat(ask("keepalive.info", "a", "g"))
        .contains("state=1", "code=200", "rtt=3000")
        .contains("reason=udp:192.0.2.1:5060 no answer; udp:192.0.2.2:5060 200 OK");
    String since = "since=2026-01-01T00:00:00.500Z";
    assertThat(ask("keepalive.targets", "a", "g"))
        .isEqualTo(
            "[{address=udp:192.0.2.1:5060, state=2, "
                + since
                + ", code=408, reason=no answer, failures=1, changes=1}, "
                + "{address=udp:192.0.2.2:5060, state=1, "
                + since
                + ", code=200, reason=200 OK, failures=0, changes=1,"
                + " rtt_median=3000, rtt_p95=3000, rtt_p99=3000}]");
    assertThat(ask("keepalive.history", "a", "g", "udp:192.0.2.1:5060"))
        .isEqualTo(
            "[{at=2026-01-01T00:00:00.500Z, previous=0, state=2, code=408, reason=no answer}]");
    assertThat(ask("keepalive.history", "a", "g", "udp:192.0.2.9:5060"))
        .isEqualTo("500 it has no such address");
  }

  @Test
  void aPauseThatCannotBeIsRefused() {
    station.watch.add("a", "g");
    for (Object seconds : List.of(-5L, 0L)) {
      assertThat(ask("keepalive.pause", "a", "g", "why", seconds))
          .isEqualTo("500 the pause must last from 1 second to 10 years");
      assertThat(ask("keepalive.pause_all", "why", seconds))
          .isEqualTo("500 the pause must last from 1 second to 10 years");
    }
    for (String reason : List.of("x".repeat(201), "two\nlines")) {
      assertThat(ask("keepalive.pause", "a", "g", reason))
          .isEqualTo("500 the reason must be one line of at most 200 characters");
      assertThat(ask("keepalive.pause_all", reason))
          .isEqualTo("500 the reason must be one line of at most 200 characters");
    }
    assertThat(station.watch.paused()).isEmpty();
    assertThat(ask("keepalive.info", "a", "g")).doesNotContain("paused");
  }

  @Test
  void pausesHaveAReason() {
    station.watch.add("a", "g");
    assertThat(ask("keepalive.pause", "a", "g", "mast is painted")).isEqualTo("Ok. Pings paused.");
    assertThat(ask("keepalive.info", "a", "g"))
        .contains("paused=mast is painted, paused_by=rpc, paused_until=,");
    assertThat(ask("keepalive.resume", "a", "g")).isEqualTo("Ok. Pings go on.");
    assertThat(ask("keepalive.info", "a", "g")).doesNotContain("paused");
    assertThat(ask("keepalive.pause_all", "night")).isEqualTo("Ok. Pings paused.");
    assertThat(station.watch.paused()).map(Pause::reason).contains("night");
    assertThat(ask("keepalive.resume_all")).isEqualTo("Ok. Pings go on.");
    assertThat(station.watch.paused()).isEmpty();
  }

  @Test
  void historySaysWhenAndWhy() {
    station.peers.answer("sip:a", 503);
    station.watch.add("a", "g");
    station.pass(1);
    assertThat(ask("keepalive.history", "a", "g"))
        .isEqualTo(
            "[{at=2026-01-01T00:00:00.503Z, previous=0, state=2, code=503, reason=503 Reason}]");
  }

  @Test
  void manyAreReadPageByPage() {
    for (String uri : List.of("a", "b", "c")) {
      station.watch.add(uri, "g");
    }
    assertThat(ask("keepalive.page", 0L, 2L)).contains("sip:a", "sip:b").doesNotContain("sip:c");
    assertThat(ask("keepalive.page", 2L, 2L)).contains("sip:c").doesNotContain("sip:b");
  }

  private static String unchecked(String uri) {
    return "{uri=sip:%s, owner=g, last checked=%s, last up=%s, last down=%s, state=0}"
        .formatted(uri, NEVER, NEVER, NEVER);
  }

  private String ask(String command, Object... parameters) {
    List<String> answers = new ArrayList<>();
    RpcCaller caller = reply -> answers.add(text(reply));
    registry.run(registry.find(command).orElseThrow(), Arrays.asList(parameters), caller);
    assertThat(answers).hasSize(1);
    return answers.get(0);
  }

  private static String text(RpcReply reply) {
    if (reply instanceof RpcReply.Fault fault) {
      return fault.code() + " " + fault.text();
    }
    RpcReply.Result result = (RpcReply.Result) reply;
    List<String> items = result.items().stream().map(KeepaliveCommandsTest::item).toList();
    return result.listing() ? items.toString() : items.get(items.size() - 1);
  }

  private static String item(Object item) {
    return item instanceof RpcStruct struct
        ? struct.members().stream()
            .map(member -> member.name() + "=" + member.value())
            .collect(Collectors.joining(", ", "{", "}"))
        : String.valueOf(item);
  }
}
