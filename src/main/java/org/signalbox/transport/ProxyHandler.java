// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import static org.signalbox.transport.TransportLog.LOG;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.Arrays;
import org.signalbox.timer.FloodGate;

/**
 * Reads the header that {@code tcp_accept_haproxy} demands of every accepted connection, and is
 * gone. Until then the connection counts as one whose peer has said nothing.
 */
final class ProxyHandler extends ChannelInboundHandlerAdapter {
  private final StreamConnection connection;
  private final FloodGate gate;
  private byte[] seen = {};

  ProxyHandler(StreamConnection connection, FloodGate gate) {
    this.connection = connection;
    this.gate = gate;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object read) {
    ByteBuf in = (ByteBuf) read;
    int before = seen.length;
    seen = Arrays.copyOf(seen, before + Math.min(in.readableBytes(), ProxyHeader.MOST));
    in.getBytes(in.readerIndex(), seen, before, seen.length - before);
    ProxyHeader header = ProxyHeader.of(seen);
    if (header instanceof ProxyHeader.Complete complete) {
      connection.proxied(complete.client());
      pass(ctx, in.skipBytes(complete.length() - before));
      return;
    }
    in.release();
    if (header instanceof ProxyHeader.Malformed malformed) {
      refuse(malformed);
    }
  }

  /** What follows the header belongs to the client. */
  private void pass(ChannelHandlerContext ctx, ByteBuf rest) {
    if (rest.isReadable()) {
      ctx.fireChannelRead(rest);
    } else {
      rest.release();
    }
    ctx.pipeline().remove(this);
  }

  private void refuse(ProxyHeader.Malformed malformed) {
    long count = gate.pass();
    if (count > 0) {
      LOG.noProxyHeader(connection.peerText(), malformed.why(), count);
      LOG.debugf("It began with %s", ByteBufUtil.hexDump(seen, 0, Math.min(seen.length, 16)));
    }
    connection.end(CloseReason.CLOSED, false);
  }
}
