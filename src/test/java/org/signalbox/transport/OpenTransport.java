// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.ParseProblem;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.statistics.Statistics;
import org.signalbox.testkit.Inbox;
import org.signalbox.testkit.ManualTime;
import org.signalbox.testkit.WireMessage;
import org.signalbox.timer.TimerWheel;

/** A transport on free loopback ports whose receiver records and, if told so, answers. */
final class OpenTransport implements AutoCloseable, MessageReceiver {

  final ManualTime time = new ManualTime();
  private final TimerWheel wheel = time.wheel();
  final Statistics statistics = new Statistics();
  final TcpParameters tcp = new TcpParameters();
  final Inbox<SipMessage> messages = new Inbox<>();
  final Inbox<ParseProblem> problems = new Inbox<>();
  final Inbox<ConnectionClosed> closed = new Inbox<>();
  final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final ListenerSettings[] listeners;
  private volatile Consumer<SipMessage> handler = message -> {};
  private Transports transports;

  OpenTransport(TransportProtocol protocol, String host) {
    this(ListenerSettings.of(protocol, new InetSocketAddress(host, 0)));
  }

  OpenTransport(ListenerSettings... listeners) {
    this.listeners = listeners;
  }

  static OpenTransport udp() {
    return new OpenTransport(TransportProtocol.UDP, "127.0.0.1");
  }

  static OpenTransport tcp() {
    return new OpenTransport(TransportProtocol.TCP, "127.0.0.1");
  }

  OpenTransport with(TcpParameter parameter, int value) {
    if (!tcp.set(parameter, value)) {
      throw new IllegalArgumentException(parameter + " does not take " + value);
    }
    return this;
  }

  OpenTransport open() {
    try {
      return tryOpen();
    } catch (ListenException e) {
      throw new AssertionError(e);
    }
  }

  OpenTransport tryOpen() throws ListenException {
    ThreadFactory factory =
        task -> {
          Thread thread = new Thread(task);
          threads.add(thread);
          return thread;
        };
    transports =
        new Transports(
            new TransportSettings(Arrays.asList(listeners), 4, 2, 65_536, tcp),
            factory,
            wheel,
            time,
            statistics);
    transports.open(this, closed::add);
    return this;
  }

  /** From now on every request is answered with an empty 200. */
  OpenTransport answering() {
    handler = this::answer;
    return this;
  }

  OpenTransport handling(Consumer<SipMessage> next) {
    handler = next;
    return this;
  }

  void answer(SipMessage message) {
    String text = new String(message.toBytes(), ISO_8859_1);
    WireMessage request = new WireMessage(message.received().source(), text);
    send(request.reply(200, "OK"), Destination.backTo(message.received()), SendListener.IGNORE);
  }

  void send(String text, Destination to, SendListener listener) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    transports.send(bytes, 0, bytes.length, to, listener);
  }

  /** Sends and waits for what becomes of it. */
  SendOutcome send(String text, Destination to) {
    Inbox<SendOutcome> outcome = new Inbox<>();
    send(text, to, outcome::add);
    return outcome.take();
  }

  Transports transports() {
    return transports;
  }

  ConnectionTable connections() {
    return transports.connections();
  }

  ListeningPoint point() {
    return point(0);
  }

  ListeningPoint point(int index) {
    return transports.listeningPoints().get(index);
  }

  InetSocketAddress address() {
    return point().address();
  }

  /**
   * Lets time pass until the connection has ended: its own thread re-arms timers, so one step of
   * time may pass before it has.
   */
  ConnectionClosed passTimeUntilClosed(long id) {
    while (closed.all().stream().noneMatch(event -> event.connection().id() == id)) {
      time.advance(Duration.ofMillis(100));
      Thread.yield();
    }
    return closed.take(event -> event.connection().id() == id);
  }

  int waitingTimers() {
    return wheel.waiting();
  }

  String meaning(String name) {
    return statistics.find("tcp", name).orElseThrow().description();
  }

  long statistic(String name) {
    return statistics.find("tcp", name).orElseThrow().value();
  }

  @Override
  public void http(SipRequest request) {
    received(request);
  }

  @Override
  public void httpRefused(int status, String reason, ReceiveInfo info) {
    send("HTTP/1.1 " + status + " " + reason, Destination.backTo(info), SendListener.IGNORE);
  }

  @Override
  public void received(SipMessage message) {
    messages.add(message);
    handler.accept(message);
  }

  @Override
  public void malformed(byte[] bytes, ParseProblem problem, ReceiveInfo info) {
    problems.add(problem);
  }

  @Override
  public void close() {
    transports.close();
  }
}
