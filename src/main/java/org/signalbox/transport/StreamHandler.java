// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.signalbox.sip.ParseProblem;

/** The reading end of a connection: bytes become messages, handled one after the other. */
final class StreamHandler extends ChannelInboundHandlerAdapter implements StreamFramer.Frames {

  private final StreamConnection connection;
  private final StreamContext context;
  private final StreamFramer framer;

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
      }
    } finally {
      in.release();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    connection.broken(cause);
  }

  @Override
  public boolean message(byte[] bytes, int offset, int length) {
    connection.messageReceived();
    if (!context.intake().take(bytes, offset, length, connection.info())) {
      connection.close();
    }
    return connection.failure() == null;
  }

  @Override
  public void ping() {
    if (context.tcp().on(TcpParameter.CRLF_PING)) {
      connection.pong();
    }
  }

  @Override
  public void broken(byte[] bytes, int offset, int length, ParseProblem problem) {
    context.intake().malformed(bytes, offset, length, problem, connection.info());
    connection.close();
  }

  @Override
  public void http() {
    // Kamailio without its HTTP module: nothing is answered, and the connection stays open.
  }
}
