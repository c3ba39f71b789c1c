// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import org.jspecify.annotations.Nullable;

/**
 * Looks for what makes a message unfit to be processed (RFC 3261 §8.1.1, §8.2, §16.3, RFC 4475). It
 * only reports; who calls it answers 400 or drops the message.
 */
public final class MessageCheck {

  private static final HeaderType[] MANDATORY = {
    HeaderType.VIA, HeaderType.CSEQ, HeaderType.CALL_ID, HeaderType.TO, HeaderType.FROM
  };

  /** Headers that a message has once, and whose value has to be readable. */
  private static final HeaderType[] SINGLE = {
    HeaderType.CSEQ,
    HeaderType.CALL_ID,
    HeaderType.TO,
    HeaderType.FROM,
    HeaderType.MAX_FORWARDS,
    HeaderType.CONTENT_LENGTH
  };

  private static final long CSEQ_LIMIT = 1L << 31;

  private MessageCheck() {}

  /** The first of Via, CSeq, Call-ID, To and From that the message lacks; null with all of them. */
  public static @Nullable HeaderType missing(SipMessage message) {
    for (HeaderType type : MANDATORY) {
      if (!message.has(type)) {
        return type;
      }
    }
    return null;
  }

  /** The first thing wrong with the message as a whole; null when it is fit. */
  public static @Nullable ParseProblem problem(SipMessage message) {
    HeaderType missing = missing(message);
    if (missing != null) {
      return new ParseProblem(message.headersEnd(), missing.wireName() + " is missing");
    }
    ParseProblem problem = message.problem(HeaderType.MALFORMED);
    if (problem == null) {
      problem = vias(message);
    }
    if (problem == null && message instanceof SipRequest request) {
      problem = request.requestUriProblem();
    }
    for (int i = 0; problem == null && i < SINGLE.length; i++) {
      problem = single(message, SINGLE[i]);
    }
    if (problem == null) {
      problem = cseq(message);
    }
    return problem == null ? length(message) : problem;
  }

  /** The top value is read once for everybody, so that most messages cost no second reading. */
  private static @Nullable ParseProblem vias(SipMessage message) {
    HeaderIndex index = message.index();
    Via top = message.topVia();
    for (int i = index.next(HeaderType.VIA, 0); i >= 0; i = index.next(HeaderType.VIA, i + 1)) {
      int to = index.valueEnd(i);
      for (int at = index.valueStart(i); at >= 0; ) {
        ParsedValue value = top == null ? Via.read(message.array(), at, to) : top;
        top = null;
        if (value instanceof ParseProblem problem) {
          return problem;
        }
        at = value instanceof Via via ? via.parts().next : -1;
      }
    }
    return null;
  }

  private static @Nullable ParseProblem single(SipMessage message, HeaderType type) {
    ParseProblem malformed = message.problem(type);
    if (malformed != null) {
      return malformed;
    }
    HeaderIndex index = message.index();
    int first = index.next(type, 0);
    int second = first < 0 ? -1 : index.next(type, first + 1);
    return second < 0
        ? null
        : new ParseProblem(index.start(second), type.wireName() + " stands there twice");
  }

  private static @Nullable ParseProblem cseq(SipMessage message) {
    CSeq cseq = message.cseq();
    int at = message.index().start(message.index().next(HeaderType.CSEQ, 0));
    if (cseq == null || cseq.number() >= CSEQ_LIMIT) {
      return new ParseProblem(at, "CSeq does not begin with a number below 2^31");
    }
    return message instanceof SipRequest request && !request.method().equals(cseq.method())
        ? new ParseProblem(at, "CSeq names another method than the request line")
        : null;
  }

  private static @Nullable ParseProblem length(SipMessage message) {
    return message.contentLength() > message.end() - message.bodyStart()
        ? new ParseProblem(message.end(), "the body is shorter than Content-Length says")
        : null;
  }
}
