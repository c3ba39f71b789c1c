// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.textops;

import org.signalbox.script.WireText;
import org.signalbox.script.run.Frame;
import org.signalbox.sip.MessageEdits;
import org.signalbox.sip.SipMessage;

/**
 * A stretch of a message as received, as scripts hold texts: a byte in each char, so that places in
 * the text are places in the message.
 *
 * @param start of the stretch in the array of the message
 */
record Stretch(SipMessage message, int start, String text) {

  /** Cuts a stretch out of the message of a frame. */
  interface Choice {
    Stretch of(Frame frame);
  }

  static Stretch whole(Frame frame) {
    return of(frame.message(), frame.message().start(), frame.message().end());
  }

  /** Headers and body. */
  static Stretch behindStartLine(Frame frame) {
    return of(frame.message(), frame.message().headersStart(), frame.message().end());
  }

  static Stretch headers(Frame frame) {
    return of(frame.message(), frame.message().headersStart(), frame.message().headersEnd());
  }

  static Stretch body(Frame frame) {
    return of(frame.message(), frame.message().bodyStart(), frame.message().end());
  }

  static Stretch of(SipMessage message, int from, int to) {
    return new Stretch(message, from, WireText.of(message.array(), from, to));
  }

  private MessageEdits edits() {
    return message.edits();
  }

  /** Inserts a text before a place of the stretch; false when there are too many edits. */
  boolean insert(int at, String inserted) {
    return edits().insert(start + at, WireText.octets(inserted));
  }

  /** Puts a text in place of a part of the stretch; false when there are too many edits. */
  boolean replace(int from, int to, String replacement) {
    return edits().replace(start + from, start + to, WireText.octets(replacement));
  }

  /** Removes a part of the stretch; false when there are too many edits. */
  boolean remove(int from, int to) {
    return edits().remove(start + from, start + to);
  }
}
