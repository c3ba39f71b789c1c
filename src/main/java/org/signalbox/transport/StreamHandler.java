// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import static org.signalbox.transport.TransportLog.LOG;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import org.signalbox.sip.ParseProblem;

/**
 * The reading end of a connection: bytes become messages, handled one after the other by a worker.
 */
final class StreamHandler extends ChannelInboundHandlerAdapter implements StreamFramer.Frames {

  private final StreamConnection connection;
  private final StreamContext context;
  private final StreamFramer framer;
  private int held;

  StreamHandler(StreamConnection connection, StreamContext context) {
    this.connection = connection;
    this.context = context;
    this.framer = new StreamFramer(context.tcp());
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    connection.opened(ctx.channel());
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object read) {
    ByteBuf in = (ByteBuf) read;
    try {
      if (connection.failure() == null) {
        connection.received(in.readableBytes());
        framer.read(in, this);
        connection.partial(framer.partial());
        hold(framer.held());
      }
    } finally {
      in.release();
    }
  }

  /** Counts what an incomplete message takes, and ends the one that takes more than there is. */
  private void hold(int now) {
    int more = now - held;
    if (more == 0) {
      return;
    }
    held = now;
    context.registry().hold(more);
    long all = context.registry().held();
    if (more > 0 && all > context.tcp().value(TcpParameter.INPUT_MAX)) {
      context.crowd().pass(count -> LOG.inputFull(connection.peerText(), count, all));
      letGo();
      connection.end(CloseReason.CLOSED);
    }
  }

  private void letGo() {
    framer.drop();
    hold(framer.held());
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    letGo();
  }

  /** What came before the end of the stream is still answered, for the peer may listen on. */
  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event == ChannelInputShutdownEvent.INSTANCE) {
      connection.handle(() -> connection.onLoop(connection::finish), 0); // behind the answers
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    connection.ending().broken(cause);
  }

  @Override
  public boolean message(byte[] bytes, int offset, int length) {
    connection.messageReceived();
    connection.handle(() -> take(bytes, offset, length), length);
    return connection.failure() == null;
  }

  /** On a worker. */
  private void take(byte[] bytes, int offset, int length) {
    if (!context.intake().take(bytes, offset, length, connection.info())) {
      connection.onLoop(connection::finish); // behind the answers to earlier messages
    }
  }

  @Override
  public void ping() {
    if (context.tcp().on(TcpParameter.CRLF_PING)) {
      connection.pong();
    }
  }

  @Override
  public void broken(byte[] bytes, int offset, int length, ParseProblem problem) {
    connection.handle(
        () -> {
          context.intake().malformed(bytes, offset, length, problem, connection.info());
          connection.onLoop(connection::finish);
        },
        length);
  }

  @Override
  public boolean http(byte[] bytes, int offset, int length) {
    connection.messageReceived();
    connection.handle(() -> takeHttp(bytes, offset, length), length);
    return connection.failure() == null;
  }

  /** On a worker. */
  private void takeHttp(byte[] bytes, int offset, int length) {
    if (!context.intake().http(bytes, offset, length, connection.info())) {
      connection.onLoop(connection::close); // behind the answers
    }
  }

  @Override
  public void httpRefused(int status, String reason) {
    connection.handle(
        () -> {
          context.intake().httpRefused(status, reason, connection.info());
          connection.onLoop(connection::close);
        },
        0);
  }
}
