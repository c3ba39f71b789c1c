// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.signalbox.testkit.ManualTime;
import org.signalbox.timer.TimerNode;
import org.signalbox.timer.TimerWheel;

/** Peers that answer pings as a test says; those it says nothing about stay silent. */
final class ScriptedPeers implements PingSender {
  static final Duration ROUND_TRIP = Duration.ofMillis(3);
  static final InetSocketAddress LOCAL = new InetSocketAddress("127.0.0.1", 5060);

  private final ManualTime time;
  private final TimerWheel wheel;
  private final Duration patience;
  private final Map<String, Behaviour> behaviours = new HashMap<>();
  final List<Sent> sent = new ArrayList<>();

  ScriptedPeers(ManualTime time, Duration patience) {
    this.time = time;
    this.wheel = time.wheel();
    this.patience = patience;
  }

  /** One ping as it left. */
  record Sent(PingRequest request, Duration at, PingListener listener) {}

  /** What a peer does with a ping. */
  interface Behaviour {
    void asked(Sent ping);
  }

  void answer(String uri, int code) {
    answer(uri, code, ROUND_TRIP);
  }

  void answer(String uri, int code, Duration after) {
    PingOutcome answered = new PingOutcome.Answered(code, "Reason", after, LOCAL);
    behaviours.put(uri, ping -> later(after, ping, answered));
  }

  void refuse(String uri, PingOutcome.Cause cause) {
    PingOutcome outcome = new PingOutcome.Unsendable(cause, "", null);
    behaviours.put(uri, ping -> ping.listener().finished(outcome));
  }

  void outcome(String uri, PingOutcome outcome) {
    behaviours.put(uri, ping -> ping.listener().finished(outcome));
  }

  void silence(String uri) {
    behaviours.remove(uri);
  }

  List<Duration> times(String uri) {
    return sent.stream().filter(s -> s.request().uri().equals(uri)).map(Sent::at).toList();
  }

  @Override
  public void send(PingRequest request, PingListener listener) {
    Sent ping = new Sent(request, time.elapsed(), listener);
    sent.add(ping);
    later(patience, ping, new PingOutcome.NoAnswer(LOCAL));
    behaviours.getOrDefault(request.uri(), silent -> {}).asked(ping);
  }

  private void later(Duration after, Sent ping, PingOutcome outcome) {
    wheel.start(TimerNode.running(() -> ping.listener().finished(outcome)), after);
  }
}
