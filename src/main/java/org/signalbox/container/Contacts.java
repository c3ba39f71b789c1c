// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.NameAddress;
import org.signalbox.sip.SipUri;
import org.signalbox.sip.TransportProtocol;

/** Where peers reach this server (RFC 3261 §8.1.1.8). */
final class Contacts {
  private Contacts() {}

  static EditableAddress of(ListeningPoint point) {
    return EditableAddress.of(NameAddress.of(uri(point)));
  }

  static SipUri uri(ListeningPoint point) {
    SipUri uri = SipUri.of(null, point.sentByHost(), point.sentByPort());
    if (point.protocol() == TransportProtocol.UDP) {
      return uri; // what a URI without a transport means
    }
    return uri.withParameter("transport", point.protocol().parameterName());
  }
}
