// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.corex;

import org.signalbox.routing.RequestTarget;
import org.signalbox.routing.Routing;
import org.signalbox.script.run.Frame;
import org.signalbox.script.transformation.UriText;
import org.signalbox.sip.HeaderType;

/** What a message is and has: 1 or -1. */
final class MessageFacts {
  private MessageFacts() {}

  /** Whether the request URI as it stands has a user. */
  static int ruriUser(Frame frame) {
    UriText uri = UriText.parse(RequestTarget.ruri(frame));
    return uri != null && !uri.user().isEmpty() ? 1 : -1;
  }

  static int userAgent(Frame frame) {
    return frame.message().has(HeaderType.USER_AGENT) ? 1 : -1;
  }

  static int faked(Frame frame) {
    return Routing.isFaked(frame.message()) ? 1 : -1;
  }

  /** Whether an event is about something that arrives; outside such an event no message is. */
  static int incoming(Frame frame) {
    return NetworkEvents.incoming(frame) ? 1 : -1;
  }
}
