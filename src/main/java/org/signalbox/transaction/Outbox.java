// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

import java.util.function.Consumer;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.MessageEdits;
import org.signalbox.sip.OutgoingVia;
import org.signalbox.sip.OutputBuffer;
import org.signalbox.transport.Destination;
import org.signalbox.transport.MessageSender;
import org.signalbox.transport.SendListener;
import org.signalbox.transport.SendOutcome;

/** Turns messages into bytes and hands them to the transport. Thread-safe. */
final class Outbox {

  private final MessageSender sender;
  private final Buffers buffers = new Buffers();
  private final Branches branches = new Branches();

  Outbox(MessageSender sender) {
    this.sender = sender;
  }

  /** What is written, in an array of its own. */
  byte[] bytes(Consumer<OutputBuffer> message) {
    OutputBuffer buffer = buffers.take();
    message.accept(buffer);
    byte[] bytes = buffer.toBytes();
    buffers.giveBack(buffer);
    return bytes;
  }

  /** Sends bytes that are kept elsewhere. */
  void send(byte[] bytes, Destination to, SendListener listener) {
    sender.send(bytes, 0, bytes.length, to, listener);
  }

  /** Sends what is written, and keeps nothing of it. */
  void send(Consumer<OutputBuffer> message, Destination to, SendListener listener) {
    OutputBuffer buffer = buffers.take();
    message.accept(buffer);
    sender.send(buffer.array(), 0, buffer.size(), to, listener);
    buffers.giveBack(buffer);
  }

  /** Sends a request, and keeps nothing of it. */
  void send(Dispatch dispatch, SendListener listener) {
    Destination destination = located(dispatch.destination());
    ListeningPoint source = destination.source();
    if (source == null) {
      listener.outcome(nowhere(destination));
      return;
    }
    OutgoingVia via = new OutgoingVia(source, branch(dispatch), dispatch.viaParameters());
    send(out -> write(dispatch, via, out), destination, listener);
  }

  /** Writes a request whose bytes are kept. */
  OutgoingRequest outgoing(Dispatch dispatch, ListeningPoint source) {
    OutgoingVia via = new OutgoingVia(source, branch(dispatch), dispatch.viaParameters());
    byte[] bytes = bytes(out -> write(dispatch, via, out));
    return new OutgoingRequest(bytes, dispatch.request().method(), via.branch());
  }

  /** The same destination with the listening point to send from, when there is one. */
  Destination located(Destination destination) {
    if (destination.source() != null) {
      return destination;
    }
    return new Destination(
        destination.protocol(),
        destination.address(),
        sender.sourceFor(destination.protocol(), destination.address()),
        destination.connectionId());
  }

  /** What it means when there is none. */
  static SendOutcome.Failed nowhere(Destination destination) {
    return new SendOutcome.Failed(
        SendOutcome.Cause.NO_LISTENER,
        "No open listening point speaks "
            + destination.protocol()
            + " to "
            + destination.address()
            + ".");
  }

  private String branch(Dispatch dispatch) {
    String given = dispatch.branch();
    return given == null ? branches.next() : given;
  }

  private static void write(Dispatch dispatch, OutgoingVia via, OutputBuffer out) {
    MessageEdits edits = dispatch.edits();
    if (edits == null) {
      dispatch.request().writeTo(out, via);
    } else {
      dispatch.request().writeTo(out, via, edits);
    }
  }
}
