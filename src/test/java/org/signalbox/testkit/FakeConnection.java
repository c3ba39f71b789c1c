// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testkit;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.timer.TimerNode;
import org.signalbox.transport.CloseReason;
import org.signalbox.transport.Connection;
import org.signalbox.transport.ConnectionState;
import org.signalbox.transport.TcpKeepalive;

/** A connection on paper. */
final class FakeConnection extends TimerNode implements Connection {
  private final FakeConnections all;
  private final long id;
  private final ListeningPoint point;
  private final InetSocketAddress peer;
  private final InetSocketAddress socketPeer;
  private final boolean outgoing;
  private final Instant created;
  private volatile ConnectionState state;
  private volatile Optional<Duration> lifetime = Optional.empty();

  FakeConnection(
      FakeConnections all,
      long id,
      ListeningPoint point,
      InetSocketAddress peer,
      InetSocketAddress socketPeer,
      boolean outgoing) {
    this.all = all;
    this.id = id;
    this.point = point;
    this.peer = peer;
    this.socketPeer = socketPeer;
    this.outgoing = outgoing;
    this.created = all.time.instant();
    this.state = outgoing ? ConnectionState.CONNECT : ConnectionState.ACCEPT;
  }

  /** Something is about to arrive over it. */
  ReceiveInfo received() {
    state = ConnectionState.OK;
    return new ReceiveInfo(point, peer, point.address(), id);
  }

  boolean end(CloseReason reason) {
    state = ConnectionState.CLOSED;
    all.wheel.cancel(this);
    return all.ended(this, reason);
  }

  @Override
  protected void expired() {
    end(CloseReason.LIFETIME);
  }

  private boolean done(String what) {
    boolean open = state != ConnectionState.CLOSED;
    if (open) {
      all.lines.accept("connection " + id + ": " + what);
    }
    return open;
  }

  @Override
  public boolean lifetime(Optional<Duration> longest) {
    lifetime = longest;
    all.wheel.cancel(this);
    longest.ifPresent(left -> all.wheel.start(this, left.toNanos()));
    return done("lifetime " + longest.map(Duration::toSeconds).orElse(-1L) + " s");
  }

  @Override
  public boolean keepalive(TcpKeepalive keepalive) {
    return keepalive.valid()
        && done(
            "keepalive after %d s, %d probes, every %d s"
                .formatted(keepalive.idle(), keepalive.count(), keepalive.interval()));
  }

  @Override
  public boolean keepaliveOff() {
    return done("no keepalive");
  }

  @Override
  public boolean close() {
    boolean open = done("closed by this server");
    all.sever(id);
    return open && end(CloseReason.CLOSED);
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public TransportProtocol protocol() {
    return point.protocol();
  }

  @Override
  public ListeningPoint listener() {
    return point;
  }

  @Override
  public boolean outgoing() {
    return outgoing;
  }

  @Override
  public InetSocketAddress peer() {
    return peer;
  }

  @Override
  public InetSocketAddress socketPeer() {
    return socketPeer;
  }

  @Override
  public InetSocketAddress local() {
    return point.address();
  }

  @Override
  public ConnectionState state() {
    return state;
  }

  @Override
  public Instant created() {
    return created;
  }

  @Override
  public Duration idle() {
    return Duration.ZERO;
  }

  @Override
  public Optional<Duration> lifetime() {
    return lifetime;
  }

  @Override
  public Optional<Duration> remaining() {
    return lifetime;
  }

  @Override
  public long bytesReceived() {
    return 0;
  }

  @Override
  public long bytesSent() {
    return 0;
  }

  @Override
  public long messagesReceived() {
    return 0;
  }

  @Override
  public long messagesSent() {
    return 0;
  }

  @Override
  public int queuedBytes() {
    return 0;
  }
}
