// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.auth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.signalbox.routing.Authorized;
import org.signalbox.routing.ReplyAdditions;
import org.signalbox.script.Value;
import org.signalbox.script.WireText;
import org.signalbox.script.run.Frame;
import org.signalbox.script.variable.Avps;
import org.signalbox.sip.HeaderType;
import org.signalbox.sip.Method;
import org.signalbox.sip.NameAddress;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.SipUri;
import org.signalbox.timer.TimeSource;

/**
 * Verifies the credentials of requests: 1, or less than 0 why not. Only what has been verified
 * counts as authorized; in Kamailio that is so already before the password is looked at.
 */
final class Authentication {
  private static final int OK = 1;
  private static final int ERROR = -1;
  private static final int WRONG_PASSWORD = -2;
  private static final int STALE = -4;
  private static final int NO_CREDENTIALS = -5;
  private static final int OTHER_USER = -8;

  private static final long PASSWORD_IS_HA1 = 1;
  private static final long ADD_CHALLENGE = 2 | 4 | 8;
  private static final long SAY_STALE = 16;

  private final Challenges challenges;
  private final Replays replays;
  private final Rules rules;
  private final TimeSource time;

  Authentication(Challenges challenges, Replays replays, Rules rules, TimeSource time) {
    this.challenges = challenges;
    this.replays = replays;
    this.rules = rules;
    this.time = time;
  }

  /**
   * What the file says besides.
   *
   * @param realmPrefix what is cut off the beginning of a realm
   * @param useDomain whether {@code pv_auth_check} compares the realm with the host as well
   * @param addInfo whether replies prove that this server knows the password, too
   */
  record Rules(String realmPrefix, boolean useDomain, boolean addInfo) {}

  /**
   * What a script asks for.
   *
   * @param realm not empty
   * @param password itself, or its HA1 when the flags say so; nobody has an empty one
   * @param method null for that of the request
   */
  record Wanted(String realm, String password, long flags, @Nullable String method) {}

  /** {@code pv_www_authenticate}. */
  int www(Frame frame, Wanted wanted) {
    return authenticate(frame, HeaderType.AUTHORIZATION, wanted);
  }

  /** {@code pv_proxy_authenticate}. */
  int proxy(Frame frame, Wanted wanted) {
    return authenticate(frame, HeaderType.PROXY_AUTHORIZATION, wanted);
  }

  /**
   * {@code pv_auth_check}.
   *
   * @param sameUser whether the username must be that of From, or of To in a REGISTER
   */
  int check(Frame frame, Wanted wanted, boolean sameUser) {
    boolean register = registers(frame.message());
    int result = register ? www(frame, wanted) : proxy(frame, wanted);
    Authorized authorized = Authorized.of(frame);
    if (result != OK || !sameUser || !authorized.any()) {
      return result;
    }
    SipMessage message = frame.message();
    NameAddress owner = register ? message.to() : message.from();
    SipUri uri = owner == null ? null : owner.sipUri();
    boolean same =
        uri != null
            && authorized.has(uri.user())
            && (!rules.useDomain() || uri.host().equalsIgnoreCase(realm(wanted)));
    return same ? OK : OTHER_USER;
  }

  static boolean registers(SipMessage message) {
    return message instanceof SipRequest request && request.is(Method.REGISTER);
  }

  private int authenticate(Frame frame, HeaderType type, Wanted given) {
    String realm = realm(given);
    if (realm.isEmpty()) {
      frame.error("the realm is empty");
      return ERROR;
    }
    if (given.password().isEmpty()) {
      frame.error("the password is empty"); // of somebody whom the script does not know
      return ERROR;
    }
    if (!(frame.message() instanceof SipRequest request)) {
      frame.error("only requests are authenticated");
      return ERROR;
    }
    if (request.is(Method.ACK) || request.is(Method.CANCEL)) {
      return OK; // they cannot be challenged (RFC 3261 §22.1)
    }
    Instant now = time.instant();
    int result = verify(frame, request, Credentials.find(request, type, realm), given, now);
    if (result < 0 && (given.flags() & ADD_CHALLENGE) != 0) {
      boolean stale = result == STALE || (given.flags() & SAY_STALE) != 0;
      addChallenge(frame, type, realm, given, stale, now);
    }
    return result;
  }

  private String realm(Wanted wanted) {
    String prefix = rules.realmPrefix();
    return wanted.realm().startsWith(prefix)
        ? wanted.realm().substring(prefix.length())
        : wanted.realm();
  }

  private int verify(
      Frame frame, SipRequest request, @Nullable Credentials given, Wanted wanted, Instant now) {
    if (given == null) {
      return NO_CREDENTIALS;
    }
    DigestAlgorithm algorithm = given.algorithm();
    if (!given.complete() || algorithm == null || !challenges.algorithms().contains(algorithm)) {
      frame.error("the credentials are incomplete, or their algorithm was not offered");
      return ERROR;
    }
    switch (challenges.nonces().verdict(given.part("nonce"), request, now)) {
      case FOREIGN -> {
        return ERROR;
      }
      case STALE -> {
        return STALE;
      }
      case GOOD -> {}
    }
    int replayed = replays.before(given);
    if (replayed < 0) {
      return replayed;
    }
    String password = wanted.password();
    String ha1 =
        (wanted.flags() & PASSWORD_IS_HA1) != 0
            ? password
            : Response.ha1(algorithm, given.part("username"), given.part("realm"), password);
    String method = wanted.method() == null ? request.method() : wanted.method();
    if (!Response.proven(given, algorithm, ha1, method, request)) {
      return WRONG_PASSWORD;
    }
    replayed = replays.after(given, now);
    if (replayed < 0) {
      return replayed;
    }
    Authorized.of(frame).add(given.header(), given.user());
    if (rules.addInfo()) {
      String next = replays.once() ? challenges.nonces().next(request, now) : given.part("nonce");
      ReplyAdditions.of(frame)
          .appendHeader(WireText.decoded(Response.info(given, algorithm, ha1, next)));
    }
    return OK;
  }

  /** Into {@code $avp(digest_challenge)}. */
  private void addChallenge(
      Frame frame, HeaderType type, String realm, Wanted given, boolean stale, Instant now) {
    HeaderType header =
        type == HeaderType.AUTHORIZATION
            ? HeaderType.WWW_AUTHENTICATE
            : HeaderType.PROXY_AUTHENTICATE;
    Challenges.Quality quality = Challenges.Quality.ofAuthentication(given.flags());
    String lines = challenges.lines(header, realm, quality, stale, frame.message(), now);
    Avps.of(frame).push("digest_challenge", Value.of(lines));
  }
}
