// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import static org.signalbox.transport.TransportLog.LOG;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.signalbox.timer.FloodGate;
import org.signalbox.timer.TimeSource;
import org.signalbox.timer.TimerWheel;

/**
 * The receivers of one UDP socket and whose turn it is to receive.
 *
 * <p>One receiver keeps the turn for as long as its messages are short: passing it on costs more
 * than a message does. {@link UdpWatch} passes it on when the receiver is held up, and while many
 * messages overlap ({@link Overlap}) each receiver passes it on before it handles its own.
 */
final class UdpCrew {

  private final UdpSocket socket;
  private final Intake intake;
  private final ThreadFactory threads;
  private final int most;
  private final UdpWatch watch;
  private final FloodGate gate;
  private final Overlap overlap = new Overlap();

  private final List<Thread> crew = new ArrayList<>(); // guarded by this
  private final ArrayDeque<Resting> resting = new ArrayDeque<>(); // guarded by this
  private volatile @Nullable UdpReceiver turn; // written under this
  private volatile boolean closed; // written under this

  private record Resting(UdpReceiver receiver, Thread thread) {}

  UdpCrew(
      UdpSocket socket,
      Intake intake,
      ThreadFactory threads,
      int most,
      TimerWheel wheel,
      TimeSource time) {
    this.socket = socket;
    this.intake = intake;
    this.threads = threads;
    this.most = most;
    this.watch = new UdpWatch(this, wheel);
    this.gate = new FloodGate(time);
  }

  void start() {
    passOn();
  }

  /** Blocks the calling receiver until it may receive; false when the crew is dismissed. */
  boolean awaitTurn(UdpReceiver receiver) {
    Thread.interrupted(); // what a message's handler left behind must not spin the wait below
    if (turn == receiver) {
      return !closed;
    }
    synchronized (this) {
      if (turn == null) {
        turn = receiver;
        return !closed;
      }
      if (turn != receiver && !closed) {
        resting.push(new Resting(receiver, Thread.currentThread()));
      }
    }
    while (turn != receiver && !closed) {
      LockSupport.park(this);
      Thread.interrupted();
    }
    return !closed;
  }

  /** A receiver goes into a message; true when it keeps its turn meanwhile. */
  boolean enter(UdpReceiver receiver) {
    if (overlap.expected()) {
      overlap.entered();
      passOn();
      return false;
    }
    receiver.stepIn();
    watch.wake();
    return true;
  }

  /** A receiver comes out of a message, with what {@link #enter} said. */
  void leave(UdpReceiver receiver, boolean alone) {
    if (alone) {
      receiver.stepOut();
    } else {
      overlap.left();
    }
  }

  @Nullable UdpReceiver turn() {
    return turn;
  }

  /** The one whose turn it is sits in a message for too long. */
  void relieve(boolean often) {
    if (often) {
      overlap.expect();
    }
    if (passOn()) {
      LOG.relieved(Addresses.text(socket.address()));
    } else if (gate.pass() > 0) {
      LOG.allHeldUp(Addresses.text(socket.address()));
    }
  }

  /** One receiver alone is busy nearly all the time. */
  void saturated() {
    overlap.expect();
  }

  /** Ends every receiver; closes the socket under them. Returns the threads to wait for. */
  List<Thread> dismiss() {
    List<Thread> leaving;
    synchronized (this) {
      closed = true;
      leaving = List.copyOf(crew);
    }
    watch.stop();
    socket.close();
    leaving.forEach(LockSupport::unpark);
    return leaving;
  }

  /** A thread that cannot start must not keep the turn: the next who becomes free takes it. */
  private boolean started(Thread fresh) {
    try {
      fresh.start();
      return true;
    } catch (OutOfMemoryError noThread) {
      synchronized (this) {
        crew.remove(fresh);
        turn = null;
      }
      LOG.noThread(Addresses.text(socket.address()), noThread.toString());
      return false;
    }
  }

  /** Gives the turn to somebody free; to the first who becomes free when there is nobody. */
  private boolean passOn() {
    Thread next;
    boolean fresh = false;
    synchronized (this) {
      if (closed) {
        return true;
      }
      Resting rested = resting.poll();
      if (rested != null) {
        turn = rested.receiver;
        next = rested.thread;
      } else if (crew.size() < most) {
        UdpReceiver receiver = new UdpReceiver(socket, this, intake);
        next = threads.newThread(receiver);
        next.setName("sip-udp-" + Addresses.text(socket.address()) + "-" + crew.size());
        crew.add(next);
        turn = receiver;
        fresh = true;
      } else {
        turn = null;
        return false;
      }
    }
    if (fresh) {
      return started(next);
    } else {
      LockSupport.unpark(next);
    }
    return true;
  }
}
