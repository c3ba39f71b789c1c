// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.variable;

import org.jspecify.annotations.Nullable;
import org.signalbox.script.WireText;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.StateKey;
import org.signalbox.script.transformation.UriText;
import org.signalbox.sip.HeaderType;
import org.signalbox.sip.NameAddress;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipRequest;

/**
 * The URIs of a message as received, taken apart once however often a script reads their parts. One
 * thread, as the frame.
 */
public final class MessageUris {
  private static final StateKey<MessageUris> KEY = StateKey.ofRun(MessageUris::new);

  private @Nullable SipMessage message;
  private @Nullable Read request;
  private @Nullable Read from;
  private @Nullable Read to;

  private MessageUris() {}

  /**
   * A URI that was looked at.
   *
   * @param text as written; null when it is missing
   * @param parts null when the text is no URI
   */
  public record Read(@Nullable String text, @Nullable UriText parts) {
    private static final Read MISSING = new Read(null, null);

    /** Takes a text apart. */
    public static Read of(@Nullable String text) {
      return text == null ? MISSING : new Read(text, UriText.parse(text));
    }
  }

  private static MessageUris of(Frame frame) {
    MessageUris uris = frame.state(KEY);
    SipMessage current = frame.message();
    if (uris.message != current) {
      uris.message = current;
      uris.request = null;
      uris.from = null;
      uris.to = null;
    }
    return uris;
  }

  /** The request URI as received; missing in a reply. */
  public static Read request(Frame frame) {
    MessageUris uris = of(frame);
    Read read = uris.request;
    if (read == null) {
      SipMessage message = frame.message();
      read =
          Read.of(
              message instanceof SipRequest request
                  ? WireText.of(request.requestUriOctets())
                  : null);
      uris.request = read;
    }
    return read;
  }

  /** The URI of From or To. */
  static Read address(Frame frame, HeaderType type) {
    MessageUris uris = of(frame);
    Read read = type == HeaderType.FROM ? uris.from : uris.to;
    if (read == null) {
      NameAddress address = frame.message().address(type);
      read = Read.of(address == null ? null : WireText.of(address.uriOctets()));
      if (type == HeaderType.FROM) {
        uris.from = read;
      } else {
        uris.to = read;
      }
    }
    return read;
  }
}
