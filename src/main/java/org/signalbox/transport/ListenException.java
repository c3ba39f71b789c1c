// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import java.io.IOException;

/** An address cannot be listened on; the message is one sentence for the operator. */
public final class ListenException extends IOException {

  ListenException(ListenerSettings listener, String reason, Throwable cause) {
    super(sentence(listener, reason), cause);
  }

  private static String sentence(ListenerSettings listener, String reason) {
    String name = listener.name() == null ? "" : " (\"" + listener.name() + "\")";
    return "Cannot listen on "
        + Addresses.text(listener.protocol(), listener.address())
        + name
        + ": "
        + reason
        + ".";
  }
}
