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
    String detail = "connecting to " + Addresses.text(peer) + " failed: " + words(cause);
    String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    if (text.contains("refused")) {
      return new Failed(Cause.REFUSED, detail);
    }
    return new Failed(
        text.contains("timed out") ? Cause.CONNECT_TIMEOUT : Cause.UNREACHABLE, detail);
  }

  /** Without the system call, which Netty puts in front, and the peer, which it puts at the end. */
  private static String words(Throwable cause) {
    return String.valueOf(cause.getMessage())
        .replaceFirst("^.* failed with error\\(-?\\d+\\): ", "")
        .replaceFirst(": [^ /]*/[^ /]+$", "");
  }
}
