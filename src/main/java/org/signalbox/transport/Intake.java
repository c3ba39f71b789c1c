// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import static org.signalbox.transport.TransportLog.LOG;

import java.util.Arrays;
import org.signalbox.sip.HeaderType;
import org.signalbox.sip.ParseProblem;
import org.signalbox.sip.Parsed;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipParser;
import org.signalbox.sip.SipRequest;
import org.signalbox.timer.FloodGate;
import org.signalbox.timer.TimeSource;

/**
 * Makes messages of received bytes and hands them up. Whatever the receiver throws ends here, so
 * that one message harms no other. Thread-safe.
 */
final class Intake {

  private final MessageReceiver receiver;
  private final FloodGate gate;
  private final FloodGate failures;

  Intake(MessageReceiver receiver, TimeSource time) {
    this.receiver = receiver;
    this.gate = new FloodGate(time);
    this.failures = new FloodGate(time);
  }

  /**
   * Takes one datagram or frame.
   *
   * @param bytes belong to the message from now on
   * @return false when it was no SIP message
   */
  boolean take(byte[] bytes, int offset, int length, ReceiveInfo info) {
    try {
      return taken(bytes, offset, length, info);
    } catch (Throwable e) {
      failed(info, e);
      return true;
    }
  }

  private boolean taken(byte[] bytes, int offset, int length, ReceiveInfo info) {
    byte[] left = receiver.arrived(bytes, offset, length, info);
    if (left != bytes) {
      return left == null || read(left, 0, left.length, info);
    }
    return read(bytes, offset, length, info);
  }

  private boolean read(byte[] bytes, int offset, int length, ReceiveInfo info) {
    Parsed parsed = SipParser.parse(bytes, offset, length, info);
    if (parsed instanceof ParseProblem problem) {
      malformed(bytes, offset, length, problem, info);
      return false;
    }
    SipMessage message = (SipMessage) parsed;
    if (!message.has(HeaderType.VIA)) {
      malformed(bytes, offset, length, new ParseProblem(0, "no via found in message"), info);
      return false;
    }
    receiver.received(message);
    return true;
  }

  /** Takes one HTTP request; false when it was none. */
  boolean http(byte[] bytes, int offset, int length, ReceiveInfo info) {
    if (SipParser.parseHttp(bytes, offset, length, info) instanceof SipRequest request) {
      guarded(info, () -> receiver.http(request));
      return true;
    }
    httpRefused(400, "Bad Request", info);
    return false;
  }

  /** Reports an HTTP request that is not taken. */
  void httpRefused(int status, String reason, ReceiveInfo info) {
    guarded(info, () -> receiver.httpRefused(status, reason, info));
  }

  private void guarded(ReceiveInfo info, Runnable telling) {
    try {
      telling.run();
    } catch (Throwable e) {
      failed(info, e);
    }
  }

  /** Reports bytes that cannot even be framed. */
  void malformed(byte[] bytes, int offset, int length, ParseProblem problem, ReceiveInfo info) {
    long count = gate.pass();
    if (count > 0) {
      LOG.malformed(count, Addresses.text(info.protocol(), info.source()), problem.reason());
    }
    byte[] copy = Arrays.copyOfRange(bytes, offset, offset + length);
    guarded(info, () -> receiver.malformed(copy, problem, info));
  }

  private void failed(ReceiveInfo info, Throwable thrown) {
    long count = failures.pass();
    if (count > 0) {
      LOG.handlingFailed(Addresses.text(info.source()), count, thrown);
    }
  }
}
