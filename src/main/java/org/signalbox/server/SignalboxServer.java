// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import org.signalbox.container.ContainerPorts;
import org.signalbox.container.ResourceFinder;
import org.signalbox.container.ServletInstances;
import org.signalbox.container.SipApplication;
import org.signalbox.container.SipContainer;
import org.signalbox.keepalive.DestinationStatus;
import org.signalbox.keepalive.Keepalive;
import org.signalbox.library.core.Configuration;
import org.signalbox.module.Bindings;
import org.signalbox.module.DataDirectory;
import org.signalbox.module.Injection;
import org.signalbox.module.Modules;
import org.signalbox.module.ProductVersion;
import org.signalbox.module.RunningThreads;
import org.signalbox.module.Shutdown;
import org.signalbox.module.UserAgent;
import org.signalbox.resolver.DnsMemory;
import org.signalbox.resolver.DnsResolver;
import org.signalbox.resolver.Resolver;
import org.signalbox.resolver.ResolverRuntime;
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
import org.signalbox.statistics.Statistics;
import org.signalbox.timer.TimeSource;
import org.signalbox.timer.TimerWheel;
import org.signalbox.timer.WheelDriver;
import org.signalbox.transaction.TransactionBounds;
import org.signalbox.transaction.TransactionLayer;
import org.signalbox.transport.ConnectionListeners;
import org.signalbox.transport.ConnectionTable;
import org.signalbox.transport.MessageSender;
import org.signalbox.transport.TcpParameters;
import org.signalbox.transport.Transports;
import org.signalbox.worker.Handover;
import org.signalbox.worker.WorkerGroup;
import org.signalbox.worker.WorkerGroupSettings;
import org.signalbox.worker.WorkerGroups;

/**
 * All rooms of the house, built by constructor and wired: this is the place to see what uses what.
 *
 * <p>Started once and stopped once, by one thread. What was started is stopped in reverse order,
 * also when the start fails half-way.
 */
public final class SignalboxServer {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** How many destinations the notice names. */
  private static final int SHOWN = 5;

  /** Callbacks of servlets and answers of name servers; bounded like every queue. */
  private static final WorkerGroupSettings CALLBACKS =
      new WorkerGroupSettings("callbacks", 4, 100_000);

  private final Configuration configuration;
  private final ServerSettings settings;
  private final JoinedThreads threads;
  private final Instant built = Instant.now();
  private final TimeSource time = TimeSource.SYSTEM;
  private final TimerWheel wheel = new TimerWheel(time);
  private final WheelDriver driver = new WheelDriver(wheel);
  private final Statistics statistics = new Statistics();
  private final WorkerGroups workers;
  private final DnsResolver resolver;
  private final Transports transports;
  private final ConnectionListeners connectionEnds = new ConnectionListeners();
  private final TransactionLayer transactions;
  private final Routing routing;
  private final Reception reception;
  private final Packets packets;
  private final SipContainer container;
  private final StrayReplies strays;
  private final Bindings bindings = new Bindings();
  private final RpcRegistry commands = new RpcRegistry();
  private final Deque<Part> started = new ArrayDeque<>();

  /** Builds every room; nothing runs and no port is open yet. */
  SignalboxServer(ServerSettings settings, Configuration configuration, Host host) {
    this.settings = settings;
    this.configuration = configuration;
    bindings.bind(Injection.class, host.injection());
    if (settings.exitOnFailure()) {
      bindings.bind(Shutdown.class, () -> endProcess(host.threads()));
    }
    threads = new JoinedThreads(host.threads());
    FileSettings file = new FileSettings(configuration);
    workers = new WorkerGroups(threads, time);
    WorkerGroup callbacks = workers.own(CALLBACKS);
    Executor patient = task -> runSomewhere(callbacks, task);
    resolver =
        new DnsResolver(file.resolver(), new ResolverRuntime(time, wheel, patient, statistics));
    transports = new Transports(file.transport(), threads, wheel, time, statistics);
    packets = new Packets(transports);
    transactions =
        new TransactionLayer(packets, wheel, time, file.transactions(), TransactionBounds.DEFAULT);
    routing = new Routing(configuration.script(), FileSettings.NOWHERE, file.routing(), time);
    reception = new Reception(routing, packets, transactions);
    container =
        new SipContainer(
            host.application(),
            host.instances(),
            new ContainerPorts(
                transactions,
                transports,
                resolver,
                transports::listeningPoints,
                wheel,
                time,
                patient,
                host.resources(),
                host.loader()));
    strays = new StrayReplies(routing, transactions, resolver, transports);
    transactions.user(new RoutedTransactions(container.transactionUser(), strays));
  }

  /**
   * What the application server gives.
   *
   * @param threads makes threads that may use the application's classes and names
   * @param application what {@code sip.xml} declares
   * @param instances creates its servlets and listeners
   * @param resources the files of the WAR
   * @param loader the application's class loader
   * @param injection fills what modules ask for
   */
  record Host(
      ThreadFactory threads,
      SipApplication application,
      ServletInstances instances,
      ResourceFinder resources,
      ClassLoader loader,
      Injection injection) {}

  /** Something that runs, and how it ends. */
  private record Part(String name, Ending ending) {}

  @FunctionalInterface
  private interface Ending {
    void end() throws Exception;
  }

  /**
   * Starts everything, from the timers up to the modules.
   *
   * @param modulesStarted told once the modules work
   * @param modulesStopping told before they end
   * @throws Exception saying what is wrong in one sentence; nothing is left running then
   */
  void start(Runnable modulesStarted, Runnable modulesStopping) throws Exception {
    try {
      bindEngine();
      begun("the script", routing::close);
      begun("the worker threads", this::joinThreads);
      Thread timer = threads.newThread(driver);
      timer.setName("signalbox-timer");
      timer.start();
      begun("the timers", driver::stop);
      begun("the workers", workers::close);
      begun("the resolver", resolver::close);
      begun("the modules", modules()::destroy);
      modules().init(bindings);
      begun("the transport", transports::close);
      transports.open(reception, connectionEnds);
      begun("the transactions", transactions::close);
      container.start();
      begun("the servlets", container::close);
      begun("the modules", modules()::destroy); // while they can still send; then a second time
      modules().start();
      if (!routing.begin()) {
        throw new ServerException("event_route[core:worker-one-init] has dropped: stopping");
      }
      reception.open(true);
      begun("the routes", () -> reception.open(false));
      commands.open(true);
      begun("the commands", () -> commands.open(false));
      begun("the beans of modules", modulesStopping::run);
      modulesStarted.run();
    } catch (Throwable e) { // a class that is missing is an Error, and must leave no port open
      stop();
      throw e;
    }
  }

  private void bindEngine() throws IOException {
    Blocklist blocklist = new Blocklist(new FileSettings(configuration).blocklist(), time);
    bindings
        .bind(TimeSource.class, time)
        .bind(TimerWheel.class, wheel)
        .bind(Statistics.class, statistics)
        .bind(RpcRegistry.class, commands)
        .bind(ProductVersion.class, new ProductVersion(ServerFacts.builtVersion()))
        .bind(RunningThreads.class, threads)
        .bind(ConnectionTable.class, transports.connections())
        .bind(TcpParameters.class, transports.tcp())
        .bind(ThreadFactory.class, threads)
        .bind(WorkerGroups.class, workers)
        .bind(Resolver.class, resolver)
        .bind(DnsMemory.class, resolver.memory())
        .bind(MessageSender.class, packets)
        .bind(Packets.class, packets)
        .bind(ConnectionListeners.class, connectionEnds)
        .bind(TransactionLayer.class, transactions)
        .bind(Routing.class, routing)
        .bind(Sockets.class, transports::listeningPoints)
        .bind(NextHops.class, new NextHops(resolver, packets, routing.settings(), blocklist))
        .bind(Blocklist.class, blocklist)
        .bind(StrayReplies.class, strays)
        .bind(OtherServlets.Declared.class, container::has)
        .bind(LogSink.class, new FileSettings(configuration).scriptLog())
        .bind(Configuration.class, configuration)
        .bind(UserAgent.class, new FileSettings(configuration).userAgent())
        .bind(DataDirectory.class, new DataDirectory(Files.createDirectories(settings.data())));
  }

  /** Ends everything that {@link #start} began and waits for every thread. */
  void stop() {
    while (!started.isEmpty()) {
      Part part = started.pop();
      try {
        part.ending().end();
      } catch (Throwable e) { // whatever it is, the rest must not stay
        ServerLog.LOG.stopFailed(part.name(), e);
      }
    }
  }

  private void begun(String name, Ending ending) {
    started.push(new Part(name, ending));
  }

  private void joinThreads() throws InterruptedException {
    threads.join(PATIENCE);
    Transports.awaitRest(PATIENCE);
  }

  /** On a thread that nobody joins: the process ends after this server has. */
  private static void endProcess(ThreadFactory threads) {
    threads.newThread(() -> System.exit(0)).start();
  }

  /** A full or closing group makes the caller do the work itself; it never gets lost. */
  private static void runSomewhere(WorkerGroup group, Runnable task) {
    if (group.submit(task) != Handover.ACCEPTED) {
      task.run();
    }
  }

  /** The modules of the configuration file. */
  public Modules modules() {
    return configuration.modules();
  }

  RpcRegistry commands() {
    return commands;
  }

  Routing routing() {
    return routing;
  }

  ConnectionTable connections() {
    return transports.connections();
  }

  SipContainer container() {
    return container;
  }

  /** What a newcomer needs to know of this server, once it is started. */
  ReadyNotice notice(List<String> pages) {
    List<DestinationStatus> first = keepalive().map(k -> k.page(0, SHOWN)).orElse(List.of());
    return new ReadyNotice(
        transports.listeningPoints(),
        configuration.file(),
        first.stream().map(DestinationStatus::uri).toList(),
        keepalive().map(Keepalive::size).orElse(0),
        pages,
        settings.addUser());
  }

  /** What it is and where it listens. */
  ServerFacts facts() {
    return ServerFacts.of(configuration.file(), built, transports.listeningPoints());
  }

  private Optional<Keepalive> keepalive() {
    return bindings.find(Keepalive.class);
  }
}
