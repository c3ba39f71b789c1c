// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.signalbox.keepalive.PingOutcome.OfTarget;

/** With {@code each_target} every address behind a name is watched for itself. */
class WatchedTargetsTest {
  private static final String NAME = "sip:trunk.example";
  private static final String ONE = "udp:192.0.2.1:5060";
  private static final String TWO = "udp:192.0.2.2:5060";

  private final Station station =
      new Station(
          Station.settings("each_target", "1", "ping_interval", "5", "delete_counter", "0"),
          Runnable::run,
          ChangeLog.NONE);
  private final DestinationWatch watch = station.watch;

  @Test
  void eachAddressHasAStateAReasonAndAPastOfItsOwn() {
    outcome(silent(ONE), answered(TWO, 200));
    long id = add();
    station.pass(6);
    outcome(answered(ONE, 200), answered(TWO, 503));
    station.pass(5);
    List<TargetStatus> targets = watch.targets(id);
    assertThat(targets).extracting(TargetStatus::address).containsExactly(ONE, TWO);
    TargetStatus one = targets.get(0);
    TargetStatus two = targets.get(1);
    assertThat(one.health().state()).isEqualTo(DestinationState.UP);
    assertThat(one.history())
        .extracting(change -> change.previous() + " " + change.state() + " " + change.why())
        .containsExactly("UNKNOWN DOWN no answer", "DOWN UP 200 Reason");
    assertThat(one.roundTrips()).matches(times -> times != null && times.count() == 1);
    assertThat(two.health().state()).isEqualTo(DestinationState.DOWN);
    assertThat(two.health().why()).isEqualTo("503 Reason");
    assertThat(two.roundTrips()).matches(times -> times != null && times.count() == 3);
    assertThat(watch.history(id)).hasSize(1);
    assertThat(watch.alive(NAME)).isEqualTo(1);
  }

  @Test
  void listenersHearOfEachAddressOnceAndBeforeTheDestination() {
    outcome(answered(ONE, 200), answered(TWO, 200));
    add();
    station.pass(6);
    outcome(answered(ONE, 503), silent(TWO));
    station.pass(5);
    assertThat(changes())
        .containsExactly(
            ONE + " UNKNOWN UP",
            TWO + " UNKNOWN UP",
            "all UNKNOWN UP",
            ONE + " UP DOWN",
            TWO + " UP DOWN",
            "all UP DOWN");
  }

  @Test
  void thresholdsHoldForEachAddress() {
    outcome(answered(ONE, 200), answered(TWO, 200));
    long id = add();
    station.pass(1);
    set(id, "down_threshold", "2");
    outcome(answered(ONE, 200), silent(TWO));
    station.pass(5);
    assertThat(watch.targets(id).get(1).health().state()).isEqualTo(DestinationState.UP);
    assertThat(watch.targets(id).get(1).health().failures()).isEqualTo(1);
    station.pass(5);
    assertThat(watch.targets(id).get(1).health().state()).isEqualTo(DestinationState.DOWN);
  }

  @Test
  void anAddressThatTheNameHasNoMoreIsForgotten() {
    outcome(answered(ONE, 200), answered(TWO, 503));
    long id = add();
    station.pass(1);
    outcome(answered(ONE, 200));
    station.pass(5);
    assertThat(watch.targets(id)).extracting(TargetStatus::address).containsExactly(ONE);
    assertThat(watch.find(id).orElseThrow().health().why()).isEqualTo("200 Reason");
    outcome(answered(TWO, 503), answered(ONE, 200));
    station.pass(5);
    assertThat(watch.targets(id).get(0).history()).hasSize(1);
    assertThat(watch.targets(id).get(1).roundTrips())
        .matches(times -> times != null && times.count() == 3);
  }

  @Test
  void theAddressesOfAnOlderPingAreNotThoseOfToday() {
    WatchedTargets targets = new WatchedTargets();
    take(targets, 2, answered(TWO, 200));
    take(targets, 1, answered(ONE, 200));
    assertThat(targets.status()).extracting(TargetStatus::address).containsExactly(TWO);
  }

  @Test
  void maintenanceMutesTheAddressesTooAndItsEndTellsWhatIsSoThen() {
    outcome(answered(ONE, 200), answered(TWO, 200));
    long id = add();
    station.pass(1);
    set(id, "maintenance", "1");
    outcome(answered(ONE, 200), answered(TWO, 503));
    station.pass(5);
    assertThat(station.events(TargetStateChanged.class)).hasSize(2);
    set(id, "maintenance", "0");
    assertThat(station.events(TargetStateChanged.class))
        .hasSize(3)
        .last()
        .matches(last -> last.address().equals(TWO) && last.state() == DestinationState.DOWN);
  }

  @Test
  void whereAddressesAreNotAskedApartThereAreNone() {
    outcome(answered(ONE, 200), answered(TWO, 200));
    long id = add();
    station.pass(1);
    assertThat(watch.targets(id)).hasSize(2);
    set(id, "each_target", "0");
    assertThat(watch.targets(id)).isEmpty();
    assertThat(watch.targets(99)).isEmpty();
  }

  @Test
  void theReasonsInTheHistoryAreBounded() {
    OfTarget[] many = new OfTarget[16];
    Arrays.setAll(many, i -> answered("udp:192.0.2." + i + ":5060", 503));
    outcome(many);
    long id = add();
    station.pass(1);
    assertThat(watch.history(id))
        .singleElement()
        .satisfies(change -> assertThat(change.why()).hasSize(203).endsWith("..."));
  }

  private long add() {
    return ((AddOutcome.Added) watch.add(NAME, "o")).id();
  }

  private void set(long id, String name, String value) {
    assertThat(watch.change(id, Map.of(name, value), "me"))
        .isInstanceOf(ChangeOutcome.Changed.class);
  }

  private void outcome(OfTarget... targets) {
    station.peers.outcome(NAME, new PingOutcome.Several(List.of(targets)));
  }

  private void take(WatchedTargets targets, long number, OfTarget answer) {
    PingOutcome.Several several = new PingOutcome.Several(List.of(answer));
    PingResult result = new PingResult(number, station.time.instant(), several);
    targets.take(result, several, HealthPolicy.DEFAULT);
  }

  private static OfTarget answered(String address, int code) {
    return new OfTarget(
        address, new PingOutcome.Answered(code, "Reason", ScriptedPeers.ROUND_TRIP, null));
  }

  private static OfTarget silent(String address) {
    return new OfTarget(address, new PingOutcome.NoAnswer(null));
  }

  private List<String> changes() {
    return station.events.stream()
        .map(
            event ->
                event instanceof TargetStateChanged target
                    ? target.address() + " " + target.previous() + " " + target.state()
                    : event instanceof DestinationStateChanged all
                        ? "all " + all.previous() + " " + all.state()
                        : "")
        .filter(text -> !text.isEmpty())
        .toList();
  }
}
