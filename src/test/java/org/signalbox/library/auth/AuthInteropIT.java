// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.auth;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalbox.testkit.BesideKamailio;

/**
 * What credentials are worth on Debian's Kamailio and here, each answering its own challenge. Left
 * out is what we do better: there, a user counts as authorized before the password is looked at,
 * and an algorithm may be claimed that was not offered.
 */
class AuthInteropIT {
  private static final Path FILE = Path.of("src/test/scripts/interop/auth.cfg");
  private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");

  @TempDir private Path folder;

  /** Who answers a challenge, and how. */
  private record Given(String user, String password, String method, String quality) {
    String header(String name, String nonce) {
      String ha1 = hash(user + ":example.com:" + password);
      String ha2 = hash(method + ":sip:example.com");
      String between = quality.isEmpty() ? nonce : nonce + ":00000001:c:" + quality;
      String more = quality.isEmpty() ? "" : ", qop=" + quality + ", nc=00000001, cnonce=\"c\"";
      return ("%s: Digest username=\"%s\", realm=\"example.com\", nonce=\"%s\","
              + " uri=\"sip:example.com\", response=\"%s\"%s")
          .formatted(name, user, nonce, hash(ha1 + ":" + between + ":" + ha2), more);
    }

    private static String hash(String text) {
      return DigestAlgorithm.MD5.hash(text);
    }
  }

  private static final Given RIGHT = new Given("caller", "pw", "OPTIONS", "");
  private static final Given COUNTED = new Given("caller", "pw", "OPTIONS", "auth");
  private static final Given WRONG = new Given("caller", "x", "OPTIONS", "");
  private static final Given OTHER = new Given("other", "pw", "OPTIONS", "");
  private static final Given REGISTERING = new Given("caller", "pw", "REGISTER", "");

  @Test
  void bothJudgeAlike() throws Exception {
    try (BesideKamailio both = new BesideKamailio(folder, FILE, "plain")) {
      String theirs = nonce(both.kamailioInFull("quality", "X: y"));
      String ours = nonce(both.hereInFull("quality", "X: y"));
      SoftAssertions softly = new SoftAssertions();
      for (Given given : List.of(RIGHT, COUNTED, OTHER, REGISTERING)) {
        for (String script : List.of("www", "ha1", "method", "consume", "has")) {
          boolean proven = script.equals("method") == given.equals(REGISTERING);
          if (proven || script.equals("has")) {
            same(softly, both, script, "Authorization", given, theirs, ours);
          }
        }
        if (!given.equals(REGISTERING)) {
          same(softly, both, "check", "Proxy-Authorization", given, theirs, ours);
          same(softly, both, "anyone", "Proxy-Authorization", given, theirs, ours);
        }
        same(softly, both, "proxy", "Authorization", given, theirs, ours);
      }
      judged(softly, both, WRONG, theirs, ours);
      judged(softly, both, RIGHT, "bogus", "bogus");
      softly.assertAll();
    }
  }

  /** Only the result, where Kamailio takes the user for authorized all the same. */
  private static void judged(
      SoftAssertions softly, BesideKamailio both, Given given, String theirs, String ours) {
    softly
        .assertThat(result(both.hereInFull("www", given.header("Authorization", ours))))
        .as(given + " " + ours)
        .isEqualTo(result(both.kamailioInFull("www", given.header("Authorization", theirs))));
  }

  private static String result(String reply) {
    return reply.lines().findFirst().orElse("").split(" ")[3];
  }

  private static void same(
      SoftAssertions softly,
      BesideKamailio both,
      String script,
      String header,
      Given given,
      String theirs,
      String ours) {
    softly
        .assertThat(both.here(script, given.header(header, ours)))
        .as(script + " " + given)
        .isEqualTo(both.kamailio(script, given.header(header, theirs)));
  }

  private static String nonce(String reply) {
    Matcher found = NONCE.matcher(reply);
    return requireNonNull(found.find() ? found.group(1) : null, reply);
  }
}
