// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import org.signalbox.script.run.Frame;
import org.signalbox.script.run.Route;
import org.signalbox.sip.MessageEdits;
import org.signalbox.sip.ParseProblem;
import org.signalbox.sip.Parsed;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipRequest;

/**
 * Gives a frame its message in another form (lumps.md §2). Reads see it from then on; flags, next
 * hop and additions to replies stay.
 */
public final class Rewriting {
  private Rewriting() {}

  /**
   * The message with its changes applied, the request URI among them; edits begin anew.
   *
   * @return false, with everything as it was, when no message is left
   */
  public static boolean apply(Frame frame) {
    SipMessage message = frame.message();
    MessageEdits edits =
        message instanceof SipRequest request
            ? StatelessForward.edits(frame, request)
            : message.edits();
    return edits.isEmpty() || goOn(frame, message.applied(edits));
  }

  /**
   * Runs a block that sees the message as it would leave; what the block changes is forgotten.
   *
   * @return false when no message would leave
   */
  public static boolean shown(Frame frame, Route route) {
    SipMessage before = frame.message();
    RequestTarget target = RequestTarget.of(frame);
    String uri = target.changedUri();
    if (!apply(frame)) {
      return false;
    }
    try {
      frame.script().call(route, frame);
    } finally {
      frame.replaceMessage(before);
      target.uriBack(uri);
    }
    return true;
  }

  /**
   * Another message of the same kind.
   *
   * @param bytes no longer changed by the caller
   * @return false, with everything as it was, when they are none
   */
  public static boolean replace(Frame frame, byte[] bytes) {
    return goOn(frame, frame.message().replacedBy(bytes));
  }

  private static boolean goOn(Frame frame, Parsed form) {
    if (!(form instanceof SipMessage changed)) {
      String reason = form instanceof ParseProblem problem ? problem.reason() : "";
      frame.error("that would be no message: " + reason);
      return false;
    }
    frame.replaceMessage(changed);
    RequestTarget.of(frame).uriBack(null);
    return true;
  }
}
