// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.servlet.Servlet;
import org.jspecify.annotations.Nullable;
import org.signalbox.container.ContainerPorts;
import org.signalbox.container.ResourceFinder;
import org.signalbox.container.SipContainer;
import org.signalbox.keepalive.KeepaliveTicks;
import org.signalbox.library.core.Configuration;
import org.signalbox.library.core.ConfigurationLoader;
import org.signalbox.library.core.ListenAddress;
import org.signalbox.library.core.Loading;
import org.signalbox.module.Bindings;
import org.signalbox.module.DataDirectory;
import org.signalbox.module.Modules;
import org.signalbox.module.UserAgent;
import org.signalbox.resolver.Resolver;
import org.signalbox.routing.Blocklist;
import org.signalbox.routing.LogSink;
import org.signalbox.routing.NextHops;
import org.signalbox.routing.OtherServlets;
import org.signalbox.routing.Packets;
import org.signalbox.routing.Reception;
import org.signalbox.routing.RoutedTransactions;
import org.signalbox.routing.Routing;
import org.signalbox.routing.Sockets;
import org.signalbox.routing.StrayReplies;
import org.signalbox.rpc.RpcRegistry;
import org.signalbox.script.Problem;
import org.signalbox.script.ProblemReport;
import org.signalbox.script.Source;
import org.signalbox.script.Span;
import org.signalbox.script.run.RunLog;
import org.signalbox.server.RoutedApplication;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.ParseProblem;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipParser;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.siprepo.SiprepoSweeps;
import org.signalbox.statistics.Statistics;
import org.signalbox.timer.TimeSource;
import org.signalbox.timer.TimerWheel;
import org.signalbox.transaction.TransactionBounds;
import org.signalbox.transaction.TransactionLayer;
import org.signalbox.transport.CloseReason;
import org.signalbox.transport.ConnectionListeners;
import org.signalbox.transport.ConnectionTable;
import org.signalbox.transport.MessageSender;
import org.signalbox.transport.TcpParameters;
import org.signalbox.worker.WorkerGroupSettings;
import org.signalbox.worker.WorkerGroups;

/**
 * A whole server in this JVM, made of the real rooms from the loader to the container; only the
 * wire, the clock and the name servers are of the test.
 */
public final class ScriptedServer implements AutoCloseable {
  private static final WorkerGroupSettings CALLBACKS =
      new WorkerGroupSettings("callbacks", 1, 1000);

  private final ManualTime time = new ManualTime();
  private final TimerWheel wheel = time.wheel();
  private final FakeResolver resolver = new FakeResolver();
  private final Consumer<String> lines;
  private final Loading.Loaded first;
  private final Configuration configuration;
  private final FakeConnections connections;
  private final FakeWire wire;
  private final WorkerGroups workers;
  private final TransactionLayer transactions;
  private final Routing routing;
  private final Reception reception;
  private final Packets packets;
  private final SipContainer container;
  private final StrayReplies strays;
  private final Bindings bindings = new Bindings();
  private final RpcRegistry commands = new RpcRegistry();
  private final Path data = Files.createTempDirectory("signalbox");

  /** A file that cannot be used; the message is what the operator reads. */
  public static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    RefusedException(String report) {
      super(report);
    }
  }

  /**
   * Starts it.
   *
   * @param lines hears every log line of the script and of its faults
   * @param watcher hears of every message that leaves
   * @throws RefusedException when the file has mistakes, or a module refuses to start
   */
  ScriptedServer(
      Source file, List<String> defines, Consumer<String> lines, FakeWire.Watcher watcher)
      throws Exception {
    this(file, defines, lines, watcher, null);
  }

  /**
   * @param servlet gets all requests; null when the script does
   */
  private ScriptedServer(
      Source file,
      List<String> defines,
      Consumer<String> lines,
      FakeWire.Watcher watcher,
      @Nullable Servlet servlet)
      throws Exception {
    this.lines = lines;
    Loading loading =
        new ConfigurationLoader(
                Modules.found(ScriptedServer.class.getClassLoader()), new FaultLines())
            .load(file, defines);
    if (!(loading instanceof Loading.Loaded loaded)) {
      throw new RefusedException(loading.report());
    }
    if (!loaded.report().isEmpty()) {
      loaded.report().lines().forEach(lines);
    }
    first = loaded;
    configuration = loaded.configuration();
    connections = new FakeConnections(wheel, time, lines);
    wire = new FakeWire(points(configuration.listens()), wheel, watcher, connections);
    ThreadFactory threads = RoutedApplication.daemonThreads();
    workers = new WorkerGroups(threads, time);
    packets = new Packets(wire);
    transactions =
        new TransactionLayer(
            packets,
            wheel,
            time,
            RoutedApplication.timers(configuration),
            TransactionBounds.DEFAULT);
    ListeningPoint first = wire.points().get(0);
    ReceiveInfo nowhere = new ReceiveInfo(first, first.address(), first.address(), 0);
    routing =
        new Routing(
            configuration.script(), nowhere, RoutedApplication.routing(configuration), time);
    reception = new Reception(routing, packets, transactions);
    container =
        new SipContainer(
            servlet == null ? RoutedApplication.sipXml() : RoutedApplication.of(servlet),
            servlet == null
                ? RoutedApplication.instances(routing)
                : RoutedApplication.only(servlet),
            new ContainerPorts(
                transactions,
                wire,
                resolver,
                wire::points,
                wheel,
                time,
                workers.own(CALLBACKS),
                ResourceFinder.NONE,
                ScriptedServer.class.getClassLoader()));
    strays = new StrayReplies(routing, transactions, resolver, wire);
    transactions.user(new RoutedTransactions(container.transactionUser(), strays));
    bind(threads);
    start();
  }

  private void bind(ThreadFactory threads) {
    Blocklist blocklist = RoutedApplication.blocklist(configuration, time);
    bindings
        .bind(TimeSource.class, time)
        .bind(TimerWheel.class, wheel)
        .bind(Statistics.class, new Statistics())
        .bind(RpcRegistry.class, commands)
        .bind(ThreadFactory.class, threads)
        .bind(WorkerGroups.class, workers)
        .bind(Resolver.class, resolver)
        .bind(MessageSender.class, packets)
        .bind(Packets.class, packets)
        .bind(ConnectionTable.class, connections)
        .bind(TcpParameters.class, new TcpParameters())
        .bind(ConnectionListeners.class, connections.listeners)
        .bind(TransactionLayer.class, transactions)
        .bind(UserAgent.class, UserAgent.DEFAULT)
        .bind(Routing.class, routing)
        .bind(Sockets.class, wire::points)
        .bind(NextHops.class, new NextHops(resolver, packets, routing.settings(), blocklist))
        .bind(Blocklist.class, blocklist)
        .bind(StrayReplies.class, strays)
        .bind(OtherServlets.Declared.class, container::has)
        .bind(LogSink.class, (level, facility, text) -> lines.accept(line(level, facility, text)))
        .bind(Configuration.class, configuration)
        .bind(DataDirectory.class, new DataDirectory(data));
  }

  private void start() throws Exception {
    try {
      configuration.modules().init(bindings);
      container.start();
      configuration.modules().start();
    } catch (RuntimeException e) {
      throw new RefusedException("ERROR: " + e.getMessage() + "\n");
    }
    if (!routing.begin()) {
      throw new RefusedException("ERROR: event_route[core:worker-one-init] has dropped\n");
    }
    reception.open(true);
    commands.open(true);
    KeepaliveTicks.begin(bindings, wheel);
    SiprepoSweeps.begin(configuration.modules(), wheel);
    settle();
  }

  private static String line(int level, String facility, String text) {
    String[] words = {
      "ALERT", "BUG", "CRITICAL", "CRITICAL", "ERROR", "WARNING", "NOTICE", "INFO", "DEBUG"
    };
    String word = words[Math.max(-5, Math.min(3, level)) + 5];
    return word + (facility.isEmpty() ? "" : " [" + facility + "]") + ": " + text;
  }

  /** Faults of the script, each with the line it stands in. */
  private final class FaultLines implements RunLog {
    @Override
    public void error(Span place, String message) {
      lines.accept("ERROR (line " + place.line() + "): " + message);
    }

    @Override
    public void warning(Span place, String message) {
      lines.accept("WARNING (line " + place.line() + "): " + message);
    }
  }

  /** What the file listens on; without a line of the file, 127.0.0.1:5060 over UDP and TCP. */
  private static List<ListeningPoint> points(List<ListenAddress> listens) {
    List<ListeningPoint> points = new ArrayList<>();
    for (ListenAddress listen : listens) {
      if (!listen.place().isEmpty()) {
        points.add(point(points.size(), listen));
      }
    }
    if (points.isEmpty()) {
      InetSocketAddress address = new InetSocketAddress("127.0.0.1", 5060);
      for (TransportProtocol protocol : List.of(TransportProtocol.UDP, TransportProtocol.TCP)) {
        points.add(new ListeningPoint(points.size(), protocol, address, null, "127.0.0.1", 5060));
      }
    }
    return List.copyOf(points);
  }

  private static ListeningPoint point(int index, ListenAddress listen) {
    String host = listen.advertisedHost();
    String bound = listen.address().getAddress().getHostAddress();
    return new ListeningPoint(
        index,
        listen.protocol(),
        listen.address(),
        listen.name(),
        host != null ? host : bound.indexOf(':') >= 0 ? "[" + bound + "]" : bound,
        listen.advertisedPort() > 0 ? listen.advertisedPort() : listen.address().getPort());
  }

  /** The clock. */
  public ManualTime time() {
    return time;
  }

  /** Name servers; tell it what a name means. */
  public FakeResolver resolver() {
    return resolver;
  }

  /** The ports of the engine and of the loaded modules. */
  public Bindings bindings() {
    return bindings;
  }

  /** The listening point for what arrives over a protocol; the first one unless an address says. */
  ListeningPoint point(TransportProtocol protocol, InetSocketAddress at) {
    return wire.points().stream()
        .filter(point -> point.protocol() == protocol)
        .filter(point -> at == null || point.address().equals(at))
        .findFirst()
        .orElseThrow(() -> new AssertionError("the file does not listen on " + protocol));
  }

  /** The connections. */
  FakeConnections connections() {
    return connections;
  }

  /** A connection ends from the other side; returns when that has been told. */
  void end(long id, CloseReason reason) {
    connections.live(id).end(reason);
    settle();
  }

  /** One for measurements: nobody reads what it says and sends. */
  public static ScriptedServer quiet(Source file) throws Exception {
    return new ScriptedServer(file, List.of(), line -> {}, (text, to) -> {});
  }

  /** One that tells what it sends. */
  public static ScriptedServer telling(Source file, Consumer<String> sent) throws Exception {
    return new ScriptedServer(file, List.of(), line -> {}, (text, to) -> sent.accept(text));
  }

  /** One whose requests go to a servlet; the routes of the file are there besides. */
  public static ScriptedServer serving(Source file, Servlet servlet, Consumer<String> sent)
      throws Exception {
    return new ScriptedServer(
        file, List.of(), line -> {}, (text, to) -> sent.accept(text), servlet);
  }

  /** The loaded modules. */
  public Modules modules() {
    return configuration.modules();
  }

  /** Where a UDP message from an address arrives. */
  public ReceiveInfo from(InetSocketAddress peer) {
    ListeningPoint point = wire.points().get(0);
    return new ReceiveInfo(point, peer, point.address(), 0);
  }

  /** Something arrives; returns when it has been dealt with. */
  public void receive(byte[] bytes, ReceiveInfo info) {
    byte[] left = reception.arrived(bytes, 0, bytes.length, info);
    if (left == null) {
      return;
    }
    if (SipParser.parse(left, 0, left.length, info) instanceof ParseProblem problem) {
      reception.malformed(left, problem, info);
    } else {
      reception.received((SipMessage) SipParser.parse(left, 0, left.length, info));
    }
    settle();
  }

  /**
   * Another file takes the place of the one that runs, if it can; what is wrong is written down.
   */
  void reload(Source file) {
    Function<Modules, Loading> reader =
        running -> new ConfigurationLoader(running.again(), new FaultLines()).load(file, List.of());
    List<Problem> problems = RoutedApplication.reload(reader, first, routing);
    lines.accept(problems.isEmpty() ? "reloaded" : "not reloaded");
    problems.forEach(problem -> ProblemReport.of(problem).lines().forEach(lines));
  }

  /** From now on nothing reaches an address, which shows after that time. */
  void refuse(InetSocketAddress address, Duration after) {
    wire.refuse(address, after);
  }

  /** An HTTP request arrives on a SIP listener; returns when it has been dealt with. */
  void receiveHttp(byte[] bytes, ReceiveInfo info) {
    if (SipParser.parseHttp(bytes, 0, bytes.length, info) instanceof SipRequest request) {
      reception.http(request);
    } else {
      reception.httpRefused(400, "Bad Request", info);
    }
    settle();
  }

  /** Lets time pass. */
  public void advance(Duration step) {
    time.advance(step, this::settle);
  }

  /** Waits until no worker has anything to do: what a test asks next then has its answer. */
  private void settle() {
    connections.tell();
    while (workers.all().stream()
        .anyMatch(group -> group.state().completed() < group.state().accepted())) {
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    commands.open(false);
    reception.open(false);
    configuration.modules().destroy();
    container.close();
    transactions.close();
    workers.close();
    routing.close();
    removeData();
  }

  private void removeData() {
    try (Stream<Path> all = Files.walk(data)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
