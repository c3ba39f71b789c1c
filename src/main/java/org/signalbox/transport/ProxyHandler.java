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
 * Reads the header that an accepted connection may begin with under {@code tcp_accept_haproxy}, and
 * is gone. Until then the connection counts as one whose peer has said nothing.
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
    if (header instanceof ProxyHeader.Absent) {
      pass(ctx, before == 0 ? in : behind(ctx, before, in));
      return;
    }
    in.release();
    if (header instanceof ProxyHeader.Malformed malformed) {
      refuse(malformed);
    }
  }

  private ByteBuf behind(ChannelHandlerContext ctx, int before, ByteBuf in) {
    ByteBuf all = ctx.alloc().buffer(before + in.readableBytes());
    all.writeBytes(seen, 0, before).writeBytes(in);
    in.release();
    return all;
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
      LOG.wrongProxyHeader(connection.peerText(), malformed.why(), count);
      LOG.debugf("It began with %s", ByteBufUtil.hexDump(seen, 0, Math.min(seen.length, 16)));
    }
    connection.end(CloseReason.CLOSED);
  }
}
