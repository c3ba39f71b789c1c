// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import java.net.InetSocketAddress;
import org.signalbox.script.WireText;
import org.signalbox.script.run.Frame;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.SipRequest;

/** The Warning of {@code sip_warning=yes}: what a far end needs to know to find a mistake. */
final class NoisyFeedback {
  private static final long PID = ProcessHandle.current().pid();

  private NoisyFeedback() {}

  /** The Warning line for the replies to a request. */
  static String line(Frame frame, SipRequest request) {
    ReceiveInfo info = request.received();
    String text =
        "Noisy feedback tells:  pid=%d req_src_ip=%s req_src_port=%d in_uri=%s out_uri=%s via_cnt==%d"
            .formatted(
                PID,
                host(info.source()),
                info.source().getPort(),
                request.requestUriText(),
                WireText.decoded(RequestTarget.ruri(frame)),
                request.vias().size());
    String quoted = text.replace("\\", "\\\\").replace("\"", "\\\"");
    InetSocketAddress local = info.listener().address();
    return "Warning: 392 " + host(local) + ":" + local.getPort() + " \"" + quoted + "\"\r\n";
  }

  private static String host(InetSocketAddress address) {
    return address.getAddress().getHostAddress();
  }
}
