// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.transport.SendOutcome.Failed;
import org.signalbox.transport.SendOutcome.Sent;

/**
 * One connection over a Netty channel, whatever protocol runs in it. Its loop reads, writes and
 * ends it; the volatile fields are written by the loop and read by everybody.
 */
final class StreamConnection implements Connection {

  /** The next connection with the same peer; guarded by the registry's entry for that peer. */
  volatile @Nullable StreamConnection older;

  // What it is made of; its end knows all of it.
  final StreamLine line;
  final StreamActivity activity;
  final StreamWriter writer;
  final StreamDeadlines deadlines;
  final StreamInbox inbox;

  private final long id;
  private final ListeningPoint listener;
  private final boolean outgoing;
  private final InetSocketAddress socketPeer;
  private final StreamContext context;
  private final Instant created;
  private final StreamEnd end;

  private volatile InetSocketAddress peer;
  private volatile ConnectionState state; // while it lives
  private volatile ReceiveInfo info;
  private @Nullable Sent sentOutcome; // the loop's
  private boolean partial; // the loop's
  private boolean paused; // the loop's

  StreamConnection(
      StreamContext context,
      EventLoop loop,
      ListeningPoint listener,
      boolean outgoing,
      InetSocketAddress peer) {
    this.id = context.registry().newId();
    this.listener = listener;
    this.outgoing = outgoing;
    this.socketPeer = peer;
    this.peer = peer;
    this.context = context;
    this.line = new StreamLine(loop, context.sockets());
    this.created = context.time().instant();
    this.state = outgoing ? ConnectionState.CONNECT : ConnectionState.ACCEPT;
    this.info = new ReceiveInfo(listener, peer, listener.address(), id);
    int lifetime = context.tcp().value(TcpParameter.CONNECTION_LIFETIME);
    this.activity = new StreamActivity(context.time(), lifetime);
    this.writer = new StreamWriter(this, context);
    this.deadlines = new StreamDeadlines(this, context);
    this.inbox = new StreamInbox(context, this);
    this.end = new StreamEnd(this, context);
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public TransportProtocol protocol() {
    return listener.protocol();
  }

  @Override
  public ListeningPoint listener() {
    return listener;
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
    return info.local();
  }

  @Override
  public ConnectionState state() {
    return end.hasBegun() ? ConnectionState.CLOSED : state;
  }

  @Override
  public Instant created() {
    return created;
  }

  @Override
  public Duration idle() {
    return activity.idle();
  }

  @Override
  public Optional<Duration> lifetime() {
    return activity.lifetime();
  }

  @Override
  public Optional<Duration> remaining() {
    return activity.remaining();
  }

  @Override
  public long bytesReceived() {
    return activity.bytesReceived();
  }

  @Override
  public long bytesSent() {
    return activity.bytesSent();
  }

  @Override
  public long messagesReceived() {
    return activity.messagesReceived();
  }

  @Override
  public long messagesSent() {
    return activity.messagesSent();
  }

  @Override
  public int queuedBytes() {
    return writer.queued();
  }

  @Override
  public boolean lifetime(Optional<Duration> longest) {
    if (end.hasBegun()) {
      return false;
    }
    activity.lifetime(longest);
    return onLoop(deadlines::review);
  }

  @Override
  public boolean keepalive(TcpKeepalive keepalive) {
    return !end.hasBegun() && line.keepalive(keepalive);
  }

  @Override
  public boolean keepaliveOff() {
    return !end.hasBegun() && line.keepaliveOff();
  }

  @Override
  public boolean close() {
    context.registry().severed().add(id); // first: a reply may be on its way at this moment
    return finish();
  }

  /** Ends it in good order; what still comes for its peer may open another one. */
  boolean finish() {
    return end.begin(CloseReason.CLOSED, true);
  }

  /** Sends from any thread. */
  void send(byte[] buffer, int offset, int length, SendListener outcome) {
    writer.send(buffer, offset, length, outcome);
  }

  /** Ends it at once, from any thread. */
  void end(CloseReason reason) {
    end.begin(reason, false);
  }

  /** How it ends. */
  StreamEnd ending() {
    return end;
  }

  // From here on: the loop's thread only, except where it says otherwise.

  boolean isLoop() {
    return line.isLoop();
  }

  /** Runs on the loop, at once if this is it; false when the loop has ended. Any thread. */
  boolean onLoop(Runnable task) {
    return line.onLoop(task);
  }

  /** Gets its channel, which need not be open yet. */
  void attach(Channel fresh) {
    line.attach(fresh, end::gone);
    if (end.hasBegun()) {
      end.close();
    }
  }

  /** The channel is open. */
  void opened(Channel open) {
    if (end.hasBegun()) {
      return;
    }
    info = new ReceiveInfo(listener, peer, line.local(), id);
    if (outgoing) {
      context.statistics().connectSuccess.increment();
      state = ConnectionState.OK;
      activity.moved();
    } else {
      context.statistics().passiveOpen.increment();
    }
    context.statistics().established.increment();
    writer.opened(open);
    deadlines.review();
  }

  /** A proxy in front has said who its client is; null for nobody. */
  void proxied(@Nullable InetSocketAddress client) {
    if (client != null && !client.equals(peer)) {
      InetSocketAddress before = peer;
      peer = client;
      info = new ReceiveInfo(listener, client, info.local(), id);
      context.registry().moved(this, before);
    }
  }

  /** Begins to watch a connection that is opening. */
  void watch() {
    deadlines.review();
  }

  ReceiveInfo info() {
    return info;
  }

  /** Why nothing can be sent any more, or null. Any thread. */
  @Nullable Failed failure() {
    return end.failure();
  }

  /** Bytes have come in; before they are looked at. */
  void received(int bytes) {
    activity.received(bytes);
    if (state == ConnectionState.ACCEPT) {
      state = ConnectionState.OK;
    }
  }

  void messageReceived() {
    activity.messageReceived();
    deadlines.partial(false);
  }

  /** Whether what has come in so far ends within a message. */
  void partial(boolean incomplete) {
    partial = incomplete;
    deadlines.partial(incomplete && !paused);
  }

  /** Reads on, or not for now: what the peer sends then waits in its own send queue. */
  void reading(boolean on) {
    paused = !on;
    line.reading(on);
    partial(partial);
  }

  /**
   * Has a worker handle what has come in, unless the connection has been closed by then.
   *
   * @param bytes how long it is
   */
  void handle(Runnable received, int bytes) {
    inbox.add(
        () -> {
          if (end.handles()) {
            received.run();
          }
        },
        bytes);
  }

  void pong() {
    writer.pong();
  }

  void sent(int bytes, boolean message) {
    activity.sent(bytes);
    if (message) {
      activity.messageSent();
    }
  }

  Sent sentOutcome() {
    Sent outcome = sentOutcome;
    if (outcome == null) {
      outcome = new Sent(local(), id);
      sentOutcome = outcome;
    }
    return outcome;
  }

  void stuck(boolean waiting) {
    deadlines.stuck(waiting);
  }

  /** Part of a long message has gone out. */
  void progressed() {
    activity.moved();
  }

  long writeProgress() {
    return writer.progress();
  }

  void drained() {
    deadlines.stuck(false);
    end.drained();
  }

  /** When its life ends if nothing more happens, on the monotonic clock. */
  long expiry() {
    return activity.expiry();
  }

  String peerText() {
    return Addresses.text(protocol(), peer);
  }
}
