// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;

/** One message on its way out, from the sender's thread through the loop to the kernel. */
final class StreamMessage implements Runnable, ChannelFutureListener {

  final ByteBuf bytes;
  final int length;
  final SendListener listener;
  private final StreamWriter writer;

  StreamMessage(ByteBuf bytes, SendListener listener, StreamWriter writer) {
    this.bytes = bytes;
    this.length = bytes.readableBytes();
    this.listener = listener;
    this.writer = writer;
  }

  @Override
  public void run() {
    writer.accept(this);
  }

  @Override
  public void operationComplete(ChannelFuture future) {
    writer.written(this, future.cause());
  }
}
