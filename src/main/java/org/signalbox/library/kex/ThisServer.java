// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.kex;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Port;
import org.signalbox.routing.Myself;
import org.signalbox.script.run.Frame;
import org.signalbox.script.transformation.UriText;
import org.signalbox.sip.TransportProtocol;

/** Whether an address means this server: 1, or -1. */
final class ThisServer {
  private final Port<Myself> myself;

  ThisServer(Port<Myself> myself) {
    this.myself = myself;
  }

  /** A URI with all it says about port and protocol, or a host alone. */
  int isUri(Frame frame, String text) {
    if (!isSip(text)) {
      return answer(text, 0, null);
    }
    UriText uri = UriText.parse(text);
    if (uri == null) {
      return -1;
    }
    String written = uri.param("transport");
    TransportProtocol protocol = written.isEmpty() ? null : TransportProtocol.of(written);
    return written.isEmpty() == (protocol == null)
        ? answer(uri.host(), uri.portNumber(), protocol)
        : -1;
  }

  /** The host of a URI, or a host alone; ports and protocols make no difference. */
  int isHost(Frame frame, String text) {
    UriText uri = isSip(text) ? UriText.parse(text) : null;
    return answer(uri == null ? text : uri.host(), 0, null);
  }

  private static boolean isSip(String text) {
    String start = text.substring(0, Math.min(5, text.length())).toLowerCase(Locale.ROOT);
    return start.startsWith("sip:") || start.equals("sips:");
  }

  private int answer(String host, int port, @Nullable TransportProtocol protocol) {
    return !host.isEmpty() && myself.get().is(host, port, protocol) ? 1 : -1;
  }
}
