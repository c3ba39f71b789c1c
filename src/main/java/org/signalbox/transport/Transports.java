// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import static org.signalbox.transport.TransportLog.LOG;

import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.statistics.Statistics;
import org.signalbox.timer.FloodGate;
import org.signalbox.timer.TimeSource;
import org.signalbox.timer.TimerWheel;
import org.signalbox.transport.SendOutcome.Cause;
import org.signalbox.transport.SendOutcome.Failed;

/**
 * All sockets of one server: opens them, sends through them, closes them. Opened and closed once by
 * one thread; sending is for any thread at any time.
 */
public final class Transports implements MessageSender, AutoCloseable {

  private final TransportSettings settings;
  private final ThreadFactory threads;
  private final TimerWheel wheel;
  private final TimeSource time;
  private final StreamRegistry registry = new StreamRegistry();
  private final StreamStatistics statistics;
  private final List<UdpCrew> crews = new ArrayList<>();
  private volatile @Nullable OpenSockets sockets;

  /**
   * Opens nothing yet.
   *
   * @param settings what to open
   * @param threads makes every thread that receives
   * @param wheel watches what must not take too long; driven by somebody else
   * @param time the clock of that wheel
   * @param statistics gets the group {@code tcp}
   */
  public Transports(
      TransportSettings settings,
      ThreadFactory threads,
      TimerWheel wheel,
      TimeSource time,
      Statistics statistics) {
    this.settings = settings;
    this.threads = threads;
    this.wheel = wheel;
    this.time = time;
    this.statistics = new StreamStatistics(statistics, registry);
  }

  /**
   * Binds every listener, none of them shared with another process, and begins to receive.
   *
   * @param receiver gets what arrives, from now on
   * @param listener hears of connections that end
   * @return the listening points in the order of the settings
   * @throws ListenException naming the first that cannot be bound; nothing stays open then
   */
  public List<ListeningPoint> open(MessageReceiver receiver, ConnectionListener listener)
      throws ListenException {
    Intake intake = new Intake(receiver, time);
    OpenSockets opening = new OpenSockets(streams(intake, listener));
    try {
      for (ListenerSettings wanted : settings.listeners()) {
        opening.bind(wanted, settings.receiveBuffer());
      }
    } catch (ListenException e) {
      closeSockets(opening);
      throw e;
    }
    sockets = opening;
    for (UdpSocket socket : opening.udpSockets()) {
      UdpCrew crew = new UdpCrew(socket, intake, threads, settings.children(), wheel, time);
      crews.add(crew);
      crew.start();
    }
    opening.accept();
    return opening.points();
  }

  /** The open listening points in the order of the settings; empty before and after. */
  @Override
  public List<ListeningPoint> listeningPoints() {
    OpenSockets open = sockets;
    return open == null ? List.of() : open.points();
  }

  /** The live stream connections. */
  public ConnectionTable connections() {
    return registry;
  }

  /** The stream parameters in force; changing them takes effect at once. */
  public TcpParameters tcp() {
    return settings.tcp();
  }

  @Override
  public @Nullable ListeningPoint sourceFor(TransportProtocol protocol, InetSocketAddress address) {
    OpenSockets open = sockets;
    return open == null ? null : open.sourceFor(protocol, address);
  }

  @Override
  public void send(
      byte[] buffer, int offset, int length, Destination destination, SendListener listener) {
    OpenSockets open = sockets;
    if (open == null) {
      listener.outcome(new Failed(Cause.CLOSED, "the transport is not open"));
      return;
    }
    ListeningPoint wanted = destination.source();
    ListeningPoint source =
        wanted != null && wanted.protocol() == destination.protocol()
            ? wanted
            : open.sourceFor(destination.protocol(), destination.address());
    if (source == null) {
      listener.outcome(noListener(destination));
      return;
    }
    UdpSocket socket = open.udpSocket(source);
    StreamTransport streams = open.streamTransport();
    if (socket != null) {
      listener.outcome(socket.send(buffer, offset, length, destination.address()));
    } else if (streams != null) {
      streams.send(buffer, offset, length, destination, source, listener);
    }
  }

  /** Frees every port and waits for every thread; every connection ends with SHUTDOWN. */
  @Override
  public void close() {
    OpenSockets open = sockets;
    if (open == null) {
      return;
    }
    sockets = null;
    List<Thread> leaving = new ArrayList<>();
    crews.forEach(crew -> leaving.addAll(crew.dismiss()));
    closeSockets(open);
    ThreadRoll.join(leaving);
    for (ListeningPoint point : open.points()) {
      LOG.stoppedListening(Addresses.text(point.protocol(), point.address()));
    }
  }

  /**
   * Waits until Netty has ended the one thread that it starts by itself, to tell of the end of the
   * others. It rests for a second first and would hold the class loader of an application that is
   * gone. For whoever closes the last transport of a class loader.
   *
   * @param patience how long at most
   */
  public static void awaitRest(Duration patience) throws InterruptedException {
    try {
      boolean unused =
          GlobalEventExecutor.INSTANCE.awaitInactivity(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (IllegalStateException neverStarted) {
      return; // no stream was ever opened
    }
  }

  private @Nullable StreamTransport streams(Intake intake, ConnectionListener listener) {
    boolean wanted =
        settings.listeners().stream().anyMatch(l -> l.protocol() == TransportProtocol.TCP);
    if (!wanted) {
      return null;
    }
    StreamWorkers workers = new StreamWorkers(threads, settings.tcpChildren());
    StreamContext context =
        new StreamContext(
            StreamSockets.choose(),
            registry,
            statistics,
            settings.tcp(),
            wheel,
            time,
            intake,
            workers,
            listener,
            new FloodGate(time));
    return new StreamTransport(context, threads, workers, settings.tcpChildren());
  }

  private static void closeSockets(OpenSockets open) {
    open.udpSockets().forEach(UdpSocket::close);
    StreamTransport streams = open.streamTransport();
    if (streams != null) {
      streams.close();
    }
  }

  private static Failed noListener(Destination to) {
    return new Failed(
        Cause.NO_LISTENER,
        "nothing listens on "
            + to.protocol()
            + " that could reach "
            + Addresses.text(to.address()));
  }
}
