// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.auth;

import org.signalbox.routing.Replies;
import org.signalbox.routing.ReplyAdditions;
import org.signalbox.script.WireText;
import org.signalbox.script.run.Frame;
import org.signalbox.sip.HeaderType;
import org.signalbox.timer.TimeSource;

/** Answers requests with a challenge: 1 sent, less than 0 why not. */
final class ChallengeReplies {
  private static final int NO_REALM = -1;
  private static final int NOT_SENT = -3;

  private static final long KEEP_QUIET = 4;
  private static final long SAY_STALE = 16;

  private final Challenges challenges;
  private final Replies replies;
  private final TimeSource time;

  ChallengeReplies(Challenges challenges, Replies replies, TimeSource time) {
    this.challenges = challenges;
    this.replies = replies;
    this.time = time;
  }

  /** {@code www_challenge}. */
  int www(Frame frame, String realm, long flags) {
    return challenge(frame, HeaderType.WWW_AUTHENTICATE, realm, flags);
  }

  /** {@code proxy_challenge}. */
  int proxy(Frame frame, String realm, long flags) {
    return challenge(frame, HeaderType.PROXY_AUTHENTICATE, realm, flags);
  }

  /** {@code auth_challenge}: whoever registers meets a server, the others a proxy. */
  int either(Frame frame, String realm, long flags) {
    return Authentication.registers(frame.message())
        ? www(frame, realm, flags)
        : proxy(frame, realm, flags);
  }

  /** The header lines that {@code www_challenge} would send. */
  String lines(Frame frame, String realm, long flags) {
    return lines(frame, HeaderType.WWW_AUTHENTICATE, realm, flags);
  }

  private int challenge(Frame frame, HeaderType type, String realm, long flags) {
    if (realm.isEmpty()) {
      frame.error("the realm is empty");
      if ((flags & KEEP_QUIET) == 0) {
        replies.reply(frame, 500, "Internal Server Error");
      }
      return NO_REALM;
    }
    ReplyAdditions.of(frame).appendHeader(WireText.decoded(lines(frame, type, realm, flags)));
    int sent =
        type == HeaderType.WWW_AUTHENTICATE
            ? replies.reply(frame, 401, "Unauthorized")
            : replies.reply(frame, 407, "Proxy Authentication Required");
    return sent < 0 ? NOT_SENT : 1;
  }

  private String lines(Frame frame, HeaderType type, String realm, long flags) {
    Challenges.Quality quality = Challenges.Quality.ofChallenge(flags);
    boolean stale = (flags & SAY_STALE) != 0;
    return challenges.lines(type, realm, quality, stale, frame.message(), time.instant());
  }
}
