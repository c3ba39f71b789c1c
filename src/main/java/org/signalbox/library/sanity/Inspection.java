// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.sanity;

import org.jspecify.annotations.Nullable;
import org.signalbox.module.ParameterValues;
import org.signalbox.module.Port;
import org.signalbox.routing.Replies;
import org.signalbox.routing.ReplyAdditions;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.StateKey;
import org.signalbox.sip.SipRequest;

/** Checks one message, and answers what is wrong with it now or when the script says so. */
final class Inspection {
  private static final int MOST_CHECKS = 32_767;
  private static final int MOST_URIS = 15;
  private static final int PASSED = 1;
  private static final int FAILED = -1;
  private static final int ENDS_SCRIPT = 0;

  private static final StateKey<Found> FOUND = StateKey.ofRun(Found::new);

  private final Port<Replies> replies;
  private ParameterValues parameters = ParameterValues.DEFAULTS;
  private Checks checks = new Checks("");

  /** What the last failed check has found. */
  private static final class Found {
    private @Nullable Failure failure;
  }

  Inspection(Port<Replies> replies) {
    this.replies = replies;
  }

  void configure(ParameterValues given) {
    parameters = given;
    checks = new Checks(given.value(SanityModule.PROXY_REQUIRE));
  }

  /** The checks that the file names for every call. */
  int usual(Frame frame) {
    long wanted = parameters.value(SanityModule.DEFAULT_CHECKS);
    long uris = parameters.value(SanityModule.URI_CHECKS);
    return run(frame, (int) wanted, (int) uris);
  }

  /** 1 passed; 0 or -1 failed, as {@code autodrop} says; -1 for numbers that name no checks. */
  int of(Frame frame, long wanted, long uris) {
    if (wanted < 1 || wanted > MOST_CHECKS || uris < 1 || uris > MOST_URIS) {
      frame.error(
          "input parameters (%d, %d) outside of valid ranges <1-%d>, <1-%d>"
              .formatted(wanted, uris, MOST_CHECKS, MOST_URIS));
      return FAILED;
    }
    return run(frame, (int) wanted, (int) uris);
  }

  private int run(Frame frame, int wanted, int uris) {
    Failure failure = checks.failure(frame, wanted, uris);
    if (failure == null) {
      return PASSED;
    }
    frame.state(FOUND).failure = failure;
    if (!failure.headers().isEmpty() && frame.message() instanceof SipRequest) {
      ReplyAdditions.of(frame).appendHeader(failure.headers()); // for whatever reply is sent
    }
    if (!parameters.value(SanityModule.NOREPLY)) {
      answer(frame, failure);
    }
    return parameters.value(SanityModule.AUTODROP) ? ENDS_SCRIPT : FAILED;
  }

  /** Answers what the last check has found, else 500. */
  int reply(Frame frame) {
    Failure found = frame.state(FOUND).failure;
    return answer(frame, found == null ? Failure.UNKNOWN : found);
  }

  private int answer(Frame frame, Failure failure) {
    if (!(frame.message() instanceof SipRequest)) {
      return FAILED; // a reply has no answer
    }
    return replies.get().reply(frame, failure.code(), failure.reason()) == 1 ? PASSED : FAILED;
  }
}
