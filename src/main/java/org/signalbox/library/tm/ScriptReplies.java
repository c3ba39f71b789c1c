// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import org.signalbox.routing.StatefulReplies;
import org.signalbox.script.run.Frame;

/** Replies for modules that do not know whether there is a transaction. */
final class ScriptReplies implements StatefulReplies {
  @Override
  public boolean inTransaction(Frame frame) {
    Here here = Here.existing(frame);
    return here != null && here.context != null;
  }

  @Override
  public boolean pending(Frame frame) {
    Here here = Here.existing(frame);
    return here != null && here.context != null && here.context.errorPending();
  }

  @Override
  public int reply(Frame frame, int code, String reason) {
    return ReplyFunctions.reply(frame, code, reason);
  }
}
