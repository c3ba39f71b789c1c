// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.siputils;

import org.jspecify.annotations.Nullable;
import org.signalbox.script.WireText;
import org.signalbox.script.run.Frame;
import org.signalbox.sip.HeaderType;
import org.signalbox.sip.MessageEdits;
import org.signalbox.sip.NameAddress;
import org.signalbox.sip.Octets;
import org.signalbox.sip.SipMessage;

/** Puts other URIs in place of those of Contact. */
final class Contacts {
  private Contacts() {}

  /** Makes another URI of one. */
  interface Change {
    /** The same text leaves it alone; null, with an error told, ends the work. */
    @Nullable String of(Frame frame, String uri);
  }

  /** 1, or -1 when a URI could not be changed; the message then keeps all of them. */
  static int change(Frame frame, Change change) {
    SipMessage message = frame.message();
    for (NameAddress contact : message.addresses(HeaderType.CONTACT)) {
      if (change.of(frame, WireText.of(contact.uriOctets())) == null) {
        return -1;
      }
    }
    MessageEdits edits = message.edits();
    for (NameAddress contact : message.addresses(HeaderType.CONTACT)) {
      Octets uri = contact.uriOctets();
      String old = WireText.of(uri);
      String changed = change.of(frame, old);
      if (changed != null && !changed.equals(old)) {
        edits.replace(uri.offset(), uri.offset() + uri.length(), WireText.decoded(changed));
      }
    }
    return 1;
  }
}
