// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.auth;

import java.util.function.Supplier;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.Arguments.IntegerArgument;
import org.signalbox.script.plan.Arguments.TextArgument;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.script.run.Cell;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.script.run.Variable;

/** Between the arguments of scripts and what is done with them. */
final class AuthCalls {
  private static final int FAILED = -1;
  private static final long NONE = Long.MIN_VALUE;

  private final Supplier<Authentication> authentication;
  private final Supplier<ChallengeReplies> challenges;

  AuthCalls(Supplier<Authentication> authentication, Supplier<ChallengeReplies> challenges) {
    this.authentication = authentication;
    this.challenges = challenges;
  }

  private interface Verification {
    int run(Frame frame, Authentication.Wanted wanted);
  }

  private interface Challenge {
    int run(Frame frame, String realm, long flags);
  }

  /** A fourth text is the method; without one, that of the request counts. */
  FunctionCall www(Arguments arguments) {
    TextArgument method = arguments.count() > 3 ? arguments.text(3) : frame -> null;
    return verification(
        arguments, method, (frame, wanted) -> authentication.get().www(frame, wanted));
  }

  FunctionCall proxy(Arguments arguments) {
    return verification(
        arguments, frame -> null, (frame, wanted) -> authentication.get().proxy(frame, wanted));
  }

  FunctionCall check(Arguments arguments) {
    IntegerArgument checks = arguments.integer(3);
    return verification(
        arguments,
        frame -> null,
        (frame, wanted) ->
            authentication.get().check(frame, wanted, (checks.value(frame, 0) & 1) != 0));
  }

  private static FunctionCall verification(
      Arguments arguments, TextArgument method, Verification verification) {
    TextArgument realm = realm(arguments);
    TextArgument password = arguments.text(1);
    IntegerArgument flags = arguments.integer(2);
    return frame -> {
      long bits = flags.value(frame, NONE);
      if (bits == NONE) {
        return missing(frame, "flags");
      }
      return verification.run(
          frame,
          new Authentication.Wanted(
              shown(realm, frame), shown(password, frame), bits, method.value(frame)));
    };
  }

  FunctionCall wwwChallenge(Arguments arguments) {
    return challenge(arguments, (frame, realm, flags) -> challenges.get().www(frame, realm, flags));
  }

  FunctionCall proxyChallenge(Arguments arguments) {
    return challenge(
        arguments, (frame, realm, flags) -> challenges.get().proxy(frame, realm, flags));
  }

  FunctionCall eitherChallenge(Arguments arguments) {
    return challenge(
        arguments, (frame, realm, flags) -> challenges.get().either(frame, realm, flags));
  }

  /** {@code auth_get_www_authenticate}: the header goes into a variable. */
  FunctionCall lines(Arguments arguments) {
    Variable.Writable target = arguments.writable(2);
    return challenge(
        arguments,
        (frame, realm, flags) -> {
          Cell value = frame.scratch();
          value.set(challenges.get().lines(frame, realm, flags));
          return target.write(frame, value) ? 1 : FAILED;
        });
  }

  private static FunctionCall challenge(Arguments arguments, Challenge challenge) {
    TextArgument realm = realm(arguments);
    IntegerArgument flags = arguments.integer(1);
    return frame -> {
      long bits = flags.value(frame, NONE);
      return bits == NONE
          ? missing(frame, "flags")
          : challenge.run(frame, shown(realm, frame), bits);
    };
  }

  private static TextArgument realm(Arguments arguments) {
    if (arguments.isConstant(0) && arguments.constant(0).isEmpty()) {
      throw new Unresolvable("the realm must not be empty");
    }
    return arguments.text(0);
  }

  private static String shown(TextArgument text, Frame frame) {
    String value = text.value(frame);
    return value == null ? "" : value;
  }

  private static int missing(Frame frame, String what) {
    frame.error("the " + what + " have no number");
    return FAILED;
  }
}
