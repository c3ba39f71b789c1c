// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import org.signalbox.script.WireText;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.StateKey;
import org.signalbox.sip.ReplyEdits;
import org.signalbox.sip.ResponseBuilder;
import org.signalbox.sip.SipRequest;

/**
 * What the replies of this server to one request carry besides the copied headers (lumps.md §4).
 */
public final class ReplyAdditions {
  private static final int REDIRECTION = 3;
  private static final StateKey<ReplyEdits> KEY = StateKey.ofTransaction(ReplyEdits::new);

  private ReplyAdditions() {}

  /** What the script has added for the request of a frame; it accumulates. */
  public static ReplyEdits of(Frame frame) {
    return frame.state(KEY);
  }

  /** Gives a frame others: a branch adds nothing to the replies of its request. */
  public static void keep(Frame frame, ReplyEdits additions) {
    frame.keep(KEY, additions);
  }

  /**
   * The Server header line of every reply, with its end, as scripts hold texts; empty when the file
   * wants none.
   */
  public static String server(Globals globals) {
    if (globals.integer("server_signature") == 0) {
      return "";
    }
    String line = globals.text("server_header");
    return line.isEmpty() ? "Server: Signalbox\r\n" : line + "\r\n";
  }

  /**
   * What replies look like.
   *
   * @param globals say what Server holds, and whether there is a Warning
   * @param redirects what a Contact of a 3xx says: 1 its flags, 2 its path
   */
  public record Style(Globals globals, int redirects) {}

  /**
   * A reply with everything that belongs in it.
   *
   * @param reason as scripts hold texts
   * @param tag for To; ignored for a 100
   */
  public static ResponseBuilder reply(
      Frame frame, SipRequest request, int code, String reason, Style style, String tag) {
    Globals globals = style.globals();
    ResponseBuilder builder =
        ResponseBuilder.to(request, code, onOneLine(reason))
            .toTag(code == 100 ? null : tag)
            .edits(of(frame));
    if (code / 100 == REDIRECTION) {
      builder.headerLines(RedirectContacts.line(frame, style.redirects()));
    }
    if (globals.integer("sip_warning") != 0 && !request.local()) {
      builder.lastLines(NoisyFeedback.line(frame, request));
    }
    return builder.headerLines(WireText.decoded(server(globals)));
  }

  /** A reason may be made of a header that was folded; nothing breaks out of the status line. */
  private static String onOneLine(String reason) {
    return WireText.decoded(reason.replace('\r', ' ').replace('\n', ' '));
  }
}
