// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import javax.servlet.ServletException;
import org.signalbox.resolver.Target;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipParser;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.testkit.FakeResolver;
import org.signalbox.testkit.FakeSender;
import org.signalbox.testkit.FakeSender.Departure;
import org.signalbox.testkit.ManualTime;
import org.signalbox.timer.TimerWheel;
import org.signalbox.transaction.TransactionBounds;
import org.signalbox.transaction.TransactionLayer;
import org.signalbox.transaction.TransactionTimers;

/**
 * A container between a fake network and time that stands still; servlets are objects of the test.
 */
final class Stage implements ServletInstances {
  static final InetSocketAddress PEER = new InetSocketAddress("192.0.2.2", 5070);

  final ManualTime time = new ManualTime();
  final TimerWheel wheel = time.wheel();
  final FakeSender network = new FakeSender(time);
  final FakeResolver resolver =
      new FakeResolver().knows("peer.example", new Target(TransportProtocol.UDP, PEER));
  final TransactionLayer layer;
  final SipContainer container;

  /** What a timer or a failure calls, run when the test says so. */
  final Deque<Runnable> callbacks = new ArrayDeque<>();

  final List<Object> destroyed = new ArrayList<>();
  private final Map<String, Object> objects;

  private Stage(Application application, TransactionBounds bounds) {
    this.objects = application.objects;
    this.layer = new TransactionLayer(network, wheel, time, TransactionTimers.DEFAULT, bounds);
    ContainerPorts ports =
        new ContainerPorts(
            layer,
            network,
            resolver,
            () -> List.of(FakeSender.point(TransportProtocol.UDP)),
            wheel,
            time,
            callbacks::add,
            ResourceFinder.NONE,
            getClass().getClassLoader());
    this.container = new SipContainer(application.built(), this, ports);
    layer.user(container.transactionUser());
  }

  /** A started container with one servlet. */
  static Stage with(Object servlet) throws ServletException {
    return new Application().servlet("main", servlet).started();
  }

  /** What would stand in {@code sip.xml}. */
  static final class Application {
    private final List<DeclaredServlet> servlets = new ArrayList<>();
    private final List<String> listeners = new ArrayList<>();
    private final Map<String, String> context = new LinkedHashMap<>();
    private final Map<String, Object> objects = new HashMap<>();
    private ServletSelection selection = new ServletSelection.Main("main");
    private TransactionBounds bounds = TransactionBounds.DEFAULT;

    Application servlet(String name, Object servlet) {
      return servlet(name, servlet, OptionalInt.of(1), Map.of());
    }

    Application servlet(
        String name, Object servlet, OptionalInt order, Map<String, String> parameters) {
      objects.put("class." + name, servlet);
      servlets.add(new DeclaredServlet(name, "class." + name, parameters, order));
      return this;
    }

    Application listener(Object listener) {
      String name = "listener." + listeners.size();
      objects.put(name, listener);
      listeners.add(name);
      return this;
    }

    /** A listener of the same class as a servlet. */
    Application listenerClass(String className) {
      listeners.add(className);
      return this;
    }

    Application parameter(String name, String value) {
      context.put(name, value);
      return this;
    }

    Application selection(ServletSelection wanted) {
      selection = wanted;
      return this;
    }

    Application transactions(int most) {
      bounds = new TransactionBounds(most, most, 5);
      return this;
    }

    SipApplication built() {
      return new SipApplication(
          "test",
          "Test",
          context,
          servlets,
          listeners,
          selection,
          Duration.ofMinutes(3),
          Duration.ZERO);
    }

    Stage ready() {
      return new Stage(this, bounds);
    }

    Stage started() throws ServletException {
      Stage stage = ready();
      stage.container.start();
      return stage;
    }
  }

  @Override
  public <T> T create(String className, Class<T> type) throws ServletException {
    Object object = objects.get(className);
    if (!type.isInstance(object)) {
      throw new ServletException(className + " is no " + type.getSimpleName());
    }
    return type.cast(object);
  }

  @Override
  public void destroy(Object instance) {
    destroyed.add(instance);
  }

  /** A message from the peer over UDP. */
  void arrive(String text) {
    layer.received(parsed(text));
  }

  static SipMessage parsed(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return (SipMessage) SipParser.parse(bytes, 0, bytes.length, from(TransportProtocol.UDP));
  }

  static ReceiveInfo from(TransportProtocol protocol) {
    return new ReceiveInfo(
        FakeSender.point(protocol), PEER, FakeSender.point(protocol).address(), 0);
  }

  /** A request of the peer with extra header lines, each with its line end. */
  static String request(String method, String branch, String headers) {
    return method
        + " sip:bob@192.0.2.1;x=y SIP/2.0\r\n"
        + ("Via: SIP/2.0/UDP 192.0.2.2:5070;branch=z9hG4bK" + branch)
        + "\r\nFrom: \"Alice\" <sip:alice@192.0.2.2>;tag=a\r\n"
        + (headers.contains("To: ") ? "" : "To: <sip:bob@192.0.2.1>\r\n")
        + ("Call-ID: call-1\r\nCSeq: 1 " + method + "\r\nMax-Forwards: 70\r\n")
        + headers
        + (headers.contains("Content-Length") ? "" : "Content-Length: 0\r\n")
        + "\r\n";
  }

  static String request(String method, String branch) {
    return request(method, branch, "");
  }

  /** The peer answers a request that has left. */
  void answer(Departure request, int status, String headers) {
    answer(request, status, headers, "bob");
  }

  void answer(Departure request, int status, String headers, String toTag) {
    StringBuilder text = new StringBuilder("SIP/2.0 " + status + " Whatever\r\n");
    request
        .text()
        .lines()
        .filter(line -> line.matches("(Via|From|Call-ID|CSeq):.*"))
        .forEach(line -> text.append(line).append("\r\n"));
    text.append("To: <sip:bob@peer.example>;tag=" + toTag + "\r\n").append(headers);
    arrive(text.append("Content-Length: 0\r\n\r\n").toString());
  }

  /** Runs what timers and failures have called. */
  void runCallbacks() {
    while (!callbacks.isEmpty()) {
      callbacks.remove().run();
    }
  }

  void advance(Duration step) {
    time.advance(step);
    runCallbacks();
  }

  /** The first lines of what left since the last call. */
  List<String> sent() {
    return network.taken().stream().map(Departure::startLine).toList();
  }

  /** What left since the last call, when it is one message. */
  Departure only() {
    List<Departure> all = network.taken();
    if (all.size() != 1) {
      throw new AssertionError("one message expected, not " + all);
    }
    return all.get(0);
  }
}
