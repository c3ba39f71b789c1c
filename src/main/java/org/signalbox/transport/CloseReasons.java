// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.util.Locale;
import org.signalbox.transport.SendOutcome.Cause;
import org.signalbox.transport.SendOutcome.Failed;

/** Reads what the system says about a broken connection; both kinds of sockets say it as text. */
final class CloseReasons {

  private CloseReasons() {}

  static CloseReason of(Throwable cause) {
    String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    if (cause instanceof ConnectException
        || text.contains("reset")
        || text.contains("broken pipe")) {
      return CloseReason.RESET;
    }
    return text.contains("timed out") ? CloseReason.TIMEOUT : CloseReason.CLOSED;
  }

  /** What a sender hears whose connection did not open. */
  static Failed failure(Throwable cause, InetSocketAddress peer) {
    String detail = "connecting to " + Addresses.text(peer) + " failed: " + cause.getMessage();
    String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    if (text.contains("refused")) {
      return new Failed(Cause.REFUSED, detail);
    }
    return new Failed(
        text.contains("timed out") ? Cause.CONNECT_TIMEOUT : Cause.UNREACHABLE, detail);
  }
}
