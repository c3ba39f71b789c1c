// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;
import static org.signalbox.module.Functions.ANY;
import static org.signalbox.module.Functions.REQUEST;
import static org.signalbox.script.FunctionSignature.ParameterKind.INTEGER;
import static org.signalbox.script.FunctionSignature.ParameterKind.TEXT;
import static org.signalbox.script.FunctionSignature.ParameterKind.VARIABLE;

import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Bindings;
import org.signalbox.module.Exports;
import org.signalbox.module.Functions;
import org.signalbox.module.Parameter;
import org.signalbox.module.ParameterValues;
import org.signalbox.module.Port;
import org.signalbox.module.SignalboxModule;
import org.signalbox.routing.Authorized;
import org.signalbox.routing.Replies;
import org.signalbox.routing.StatelessReplies;
import org.signalbox.script.run.Frame;
import org.signalbox.sip.Header;
import org.signalbox.sip.HeaderType;
import org.signalbox.timer.TimeSource;

/** The export table of {@code auth}. */
public final class AuthModule implements SignalboxModule {
  /** What seals nonces; where it has none, one is drawn at start and old nonces are foreign. */
  public static final Parameter<String> SECRET = Parameter.text("secret", "");

  /** Seconds for which a nonce is good. */
  public static final Parameter<Long> NONCE_EXPIRE = Parameter.integer("nonce_expire", 300);

  /** Seconds by which a nonce may be ahead of the clock, as clocks are put back. */
  public static final Parameter<Long> NONCE_AUTH_MAX_DRIFT =
      Parameter.integer("nonce_auth_max_drift", 3);

  /**
   * Algorithms to offer, the preferred one first: MD5, SHA-256, SHA-512-256, with commas between.
   * Empty: MD5, without saying so. No other than those that are offered is accepted.
   */
  public static final Parameter<String> ALGORITHM =
      Parameter.text("algorithm", "", AuthModule::algorithmProblem);

  /**
   * What modules offer that challenge by themselves; the functions here offer what their flags say.
   */
  public static final Parameter<String> QOP = Parameter.text("qop", "", AuthModule::qopProblem);

  /** What is cut off the beginning of a realm. */
  public static final Parameter<String> REALM_PREFIX = Parameter.text("realm_prefix", "");

  /** Whether challenges are sent without a transaction even where there is one. */
  public static final Parameter<Boolean> FORCE_STATELESS_REPLY =
      Parameter.flag("force_stateless_reply", false);

  /** Which parts of a REGISTER a nonce is bound to: 1 URI, 2 Call-ID, 4 From tag, 8 source. */
  public static final Parameter<Long> CHECKS_REGISTER =
      Parameter.integer("auth_checks_register", 0);

  /** The same for other requests outside dialogs. */
  public static final Parameter<Long> CHECKS_NO_DLG = Parameter.integer("auth_checks_no_dlg", 0);

  /** The same for requests in dialogs. */
  public static final Parameter<Long> CHECKS_IN_DLG = Parameter.integer("auth_checks_in_dlg", 0);

  /** Whether the count of a nonce's uses must grow from one to the next. */
  public static final Parameter<Boolean> NONCE_COUNT = Parameter.flag("nonce_count", false);

  /** Whether a nonce is good once. */
  public static final Parameter<Boolean> ONE_TIME_NONCE = Parameter.flag("one_time_nonce", false);

  /**
   * How many used nonces are remembered for these two; those as old as forgotten ones are stale.
   */
  public static final Parameter<Long> NC_ARRAY_SIZE =
      Parameter.integer("nc_array_size", 1_048_576, AuthModule::sizeProblem);

  /** Whether {@code pv_auth_check} compares the realm with the host of From or To, too. */
  public static final Parameter<Boolean> USE_DOMAIN = Parameter.flag("use_domain", false);

  /** Whether replies to authenticated requests carry Authentication-Info. */
  public static final Parameter<Boolean> ADD_AUTHINFO_HDR =
      Parameter.flag("add_authinfo_hdr", false);

  /** What Kamailio's tables of nonces are made of; here there is one, with a bound. */
  private static final List<Parameter<Long>> TABLES =
      List.of(
          Parameter.integer("nid_pool_no", 1).withoutEffect(),
          Parameter.integer("nc_array_order", 20).withoutEffect(),
          Parameter.integer("otn_in_flight_no", 1_048_576).withoutEffect(),
          Parameter.integer("otn_in_flight_order", 20).withoutEffect());

  private static final int MOST_REMEMBERED = 16_777_216;
  private static final int DRAWN_BYTES = 32;

  private static final String STARTED = "scripts run after the start";

  private final Port<TimeSource> time = Port.to(TimeSource.class);
  private ParameterValues parameters = ParameterValues.DEFAULTS;
  private @Nullable Authentication authentication;
  private @Nullable ChallengeReplies challenges;

  @Override
  public String name() {
    return "auth";
  }

  @Override
  public Exports exports() {
    AuthCalls calls =
        new AuthCalls(
            () -> requireNonNull(authentication, STARTED),
            () -> requireNonNull(challenges, STARTED));
    return Exports.builder()
        .parameters(SECRET, NONCE_EXPIRE, NONCE_AUTH_MAX_DRIFT, ALGORITHM, QOP, REALM_PREFIX)
        .parameters(FORCE_STATELESS_REPLY, CHECKS_REGISTER, CHECKS_NO_DLG, CHECKS_IN_DLG)
        .parameters(NONCE_COUNT, ONE_TIME_NONCE, NC_ARRAY_SIZE, USE_DOMAIN, ADD_AUTHINFO_HDR)
        .parameters(TABLES.toArray(Parameter<?>[]::new))
        .functions(
            Functions.of("pv_www_authenticate", REQUEST, calls::www, TEXT, TEXT, INTEGER),
            Functions.of("pv_www_authenticate", REQUEST, calls::www, TEXT, TEXT, INTEGER, TEXT),
            Functions.of("pv_proxy_authenticate", REQUEST, calls::proxy, TEXT, TEXT, INTEGER),
            Functions.of("pv_auth_check", REQUEST, calls::check, TEXT, TEXT, INTEGER, INTEGER),
            Functions.of("www_challenge", REQUEST, calls::wwwChallenge, TEXT, INTEGER),
            Functions.of("proxy_challenge", REQUEST, calls::proxyChallenge, TEXT, INTEGER),
            Functions.of("auth_challenge", REQUEST, calls::eitherChallenge, TEXT, INTEGER),
            Functions.of("auth_get_www_authenticate", ANY, calls::lines, TEXT, INTEGER, VARIABLE),
            Functions.onText("has_credentials", REQUEST, AuthModule::has),
            Functions.plain("consume_credentials", REQUEST, AuthModule::consume))
        .build();
  }

  @Override
  public void init(ParameterValues given, Bindings bindings) {
    parameters = given;
    time.connect(bindings);
  }

  @Override
  public void start(Bindings bindings) {
    Replays replays =
        new Replays(
            parameters.value(NONCE_COUNT),
            parameters.value(ONE_TIME_NONCE),
            new NonceUses(
                parameters.value(NC_ARRAY_SIZE).intValue(),
                parameters.value(NONCE_EXPIRE),
                time.get().instant()));
    Nonces nonces =
        new Nonces(
            secret(),
            parameters.value(NONCE_EXPIRE),
            parameters.value(NONCE_AUTH_MAX_DRIFT),
            new Nonces.Bound(
                parameters.value(CHECKS_REGISTER),
                parameters.value(CHECKS_NO_DLG),
                parameters.value(CHECKS_IN_DLG)),
            replays.watched());
    List<DigestAlgorithm> given = DigestAlgorithm.list(parameters.value(ALGORITHM));
    Challenges offered =
        new Challenges(nonces, given == null ? List.of(DigestAlgorithm.MD5) : given, given != null);
    Replies replies =
        parameters.value(FORCE_STATELESS_REPLY)
            ? bindings.require(StatelessReplies.class)::reply
            : bindings.require(Replies.class);
    Authentication.Rules rules =
        new Authentication.Rules(
            parameters.value(REALM_PREFIX),
            parameters.value(USE_DOMAIN),
            parameters.value(ADD_AUTHINFO_HDR));
    authentication = new Authentication(offered, replays, rules, time.get());
    challenges = new ChallengeReplies(offered, replies, time.get());
  }

  private byte[] secret() {
    String secret = parameters.value(SECRET);
    if (!secret.isEmpty()) {
      return secret.getBytes(ISO_8859_1);
    }
    byte[] drawn = new byte[DRAWN_BYTES];
    new SecureRandom().nextBytes(drawn);
    return drawn;
  }

  private static int has(Frame frame, String realm) {
    boolean any =
        Credentials.find(frame.message(), HeaderType.AUTHORIZATION, realm) != null
            || Credentials.find(frame.message(), HeaderType.PROXY_AUTHORIZATION, realm) != null;
    return any ? 1 : -1;
  }

  /** What has been verified does not go further. */
  private static int consume(Frame frame) {
    Authorized authorized = Authorized.of(frame);
    if (!authorized.any()) {
      frame.error("no credentials have been verified");
      return -1;
    }
    for (Header header : authorized.headers()) {
      frame.message().edits().removeHeader(header);
    }
    return 1;
  }

  private static @Nullable String algorithmProblem(String names) {
    return names.isEmpty() || DigestAlgorithm.list(names) != null
        ? null
        : "must be of MD5, SHA-256 and SHA-512-256, with commas between them";
  }

  private static @Nullable String sizeProblem(long size) {
    return size > 0 && size <= MOST_REMEMBERED ? null : "must be 1 to " + MOST_REMEMBERED;
  }

  private static @Nullable String qopProblem(String value) {
    return List.of("", "auth", "auth-int").contains(value)
        ? null
        : "must be \"auth\", \"auth-int\" or empty";
  }
}
