// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import org.jspecify.annotations.Nullable;
import org.signalbox.sip.ParseProblem;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipRequest;

/**
 * The receiving half: who gets what the sockets read. Called on threads of the transport and may
 * block: messages of one stream connection come one at a time and in order, datagrams from several
 * threads at once.
 */
public interface MessageReceiver {

  /**
   * Bytes that may be a message, before anybody has read them.
   *
   * @param bytes only lent: the message is made of them
   * @param info where they came from
   * @return the same array when they are to be read, another one to read all of that instead, null
   *     to drop them without a word
   */
  default byte @Nullable [] arrived(byte[] bytes, int offset, int length, ReceiveInfo info) {
    return bytes;
  }

  /** A message whose start line and header block are well formed. */
  void received(SipMessage message);

  /**
   * Bytes that are no SIP message; the transport drops the datagram or closes the stream.
   *
   * @param bytes exactly what arrived; the receiver may keep the array
   * @param problem what is wrong with it
   * @param info where it came from
   */
  void malformed(byte[] bytes, ParseProblem problem, ReceiveInfo info);

  /** A complete HTTP/1.x request that came in on a stream; without a receiver nobody answers. */
  default void http(SipRequest request) {}

  /**
   * An HTTP request that is malformed, too large or in chunks; the stream is closed behind the
   * answer.
   *
   * @param status what HTTP calls it: 400, 411, 413, 431
   */
  default void httpRefused(int status, String reason, ReceiveInfo info) {}
}
