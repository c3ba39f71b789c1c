// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.siputils;

import org.signalbox.module.Port;
import org.signalbox.routing.Replies;
import org.signalbox.routing.ReplyAdditions;
import org.signalbox.routing.RequestTarget;
import org.signalbox.script.run.Frame;
import org.signalbox.script.transformation.UriText;
import org.signalbox.sip.Method;
import org.signalbox.sip.SipRequest;

/** Answers an OPTIONS that is for this server itself (RFC 3261 §11.2). */
final class OptionsReply {
  private final Port<Replies> replies;
  private String capabilities = "";

  OptionsReply(Port<Replies> replies) {
    this.replies = replies;
  }

  void says(String accept, String encoding, String language, String supported) {
    capabilities =
        "Accept: %s\r\nAccept-Encoding: %s\r\nAccept-Language: %s\r\nSupported: %s\r\n"
            .formatted(accept, encoding, language, supported);
  }

  /** 1 sent, -1 for another method, a URI with a user, or a reply that was not sent. */
  int send(Frame frame) {
    if (!(frame.message() instanceof SipRequest request) || !request.is(Method.OPTIONS)) {
      frame.error("called for non-OPTIONS request");
      return -1;
    }
    UriText uri = UriText.parse(RequestTarget.ruri(frame));
    if (uri == null) {
      frame.error("ERROR while parsing the R-URI");
      return -1;
    }
    if (!uri.user().isEmpty()) {
      frame.error("ruri contains username");
      return -1;
    }
    ReplyAdditions.of(frame).appendHeader(capabilities);
    return replies.get().reply(frame, 200, "OK") == 1 ? 1 : -1;
  }
}
