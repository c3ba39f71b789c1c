// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.SipRequest;

/**
 * Answers HTTP requests that come in on a SIP listener; {@code xhttp} does. Those of one connection
 * come one at a time and in order, on a thread that may block.
 */
public interface HttpReceiver {

  /** A complete request. */
  void request(SipRequest request);

  /** One that is not taken; the connection is closed behind the answer. */
  void refused(int status, String reason, ReceiveInfo from);
}
