// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import org.signalbox.sip.ParseProblem;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.SipMessage;

/** The receiving half: who gets what the sockets read. Called on transport threads. */
public interface MessageReceiver {

  /** A message whose start line and header block are well formed. */
  void received(SipMessage message);

  /** Bytes that are no SIP message; the transport has already dropped them or closes the stream. */
  void malformed(ParseProblem problem, ReceiveInfo info);
}
