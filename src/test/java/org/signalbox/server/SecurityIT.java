// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.signalbox.testkit.HttpSide;
import org.signalbox.testkit.TestWar;

/** Nothing of the page or the API is reachable without a login that may reach it. */
@ArquillianTest
@RunAsClient
class SecurityIT {
  private final HttpSide http = new HttpSide();

  @Deployment(testable = false)
  static WebArchive war() {
    return TestWar.with("it/silent.cfg");
  }

  @BeforeEach
  void logins() {
    HttpSide.addUser("vera", "look", "viewer");
    HttpSide.addUser("adam", "change", "admin");
  }

  @Test
  void aStrangerSeesALoginChallengeOnly() {
    assertThat(http.status("GET", "/")).isEqualTo(401);
    assertThat(http.status("GET", "/signal.svg")).isEqualTo(401);
    assertThat(http.status("GET", "/api/destinations")).isEqualTo(401);
    assertThat(http.status("GET", "/api/destinations/events")).isEqualTo(401);
    assertThat(http.status("GET", "/api/server")).isEqualTo(401);
    assertThat(http.status("GET", "/problem")).isEqualTo(401);
    assertThat(http.status("POST", "/api/destinations")).isEqualTo(401);
    assertThat(http.status("POST", "/rpc")).isEqualTo(401);
    assertThat(http.status("GET", "/rpc")).isEqualTo(401);
    assertThat(http.status("TRACE", "/")).isIn(401, 405);
  }

  @Test
  void everyAnswerTellsBrowsersToRunOurScriptsOnly() {
    HttpSide vera = http.as("vera", "look");
    for (var answer :
        List.of(
            vera.send("GET", "/", ""),
            vera.send("GET", "/js/main.js", ""),
            vera.send("GET", "/api/server", ""),
            vera.send("DELETE", "/api/destinations", ""),
            http.send("GET", "/", ""))) {
      assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
          .as(answer.uri() + " " + answer.statusCode())
          .contains("default-src 'self'", "frame-ancestors 'none'");
    }
  }

  @Test
  void theChallengeNamesTheRealmAndShowsNothingElse() {
    var answer = http.send("GET", "/api/server", "");
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
    assertThat(answer.body()).contains("\"status\":401").doesNotContain("listeners");
  }

  @Test
  void aWrongPasswordIsNoLogin() {
    assertThat(http.as("vera", "guess").status("GET", "/")).isEqualTo(401);
  }

  @Test
  void aViewerLooksAndChangesNothing() {
    HttpSide vera = http.as("vera", "look");
    assertThat(vera.status("GET", "/")).isEqualTo(200);
    assertThat(vera.status("POST", "/api/destinations")).isEqualTo(403);
    assertThat(vera.status("DELETE", "/api/destinations/1")).isEqualTo(403);
  }

  @Test
  void aViewerCallsTheCommandsThatOnlyLook() {
    HttpSide vera = http.as("vera", "look");
    var version = vera.send("POST", "/rpc", calling("core.version", ""));
    assertThat(version.statusCode()).isEqualTo(200);
    assertThat(version.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(version.body()).startsWith("{\"jsonrpc\":\"2.0\",\"result\":\"signalbox ");
    String debug = calling("cfg.set_now_int", "\"core\",\"debug\",3");
    assertThat(vera.send("POST", "/rpc", debug).statusCode()).isEqualTo(403);
    assertThat(http.as("adam", "change").send("POST", "/rpc", debug).body())
        .isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":{},\"id\":1}");
    assertThat(vera.send("POST", "/rpc", calling("cfg.get", "\"core\",\"debug\"")).body())
        .contains("\"result\":3");
  }

  @Test
  void anAdministratorHasTheFileReadAnew() {
    HttpSide adam = http.as("adam", "change");
    assertThat(adam.send("POST", "/rpc", calling("cfg.reload", "")).body())
        .isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":{},\"id\":1}");
    assertThat(adam.send("POST", "/rpc", "text/plain", calling("cfg.reload", "")).statusCode())
        .isEqualTo(415);
    assertThat(adam.status("GET", "/rpc")).isEqualTo(405);
  }

  private static String calling(String method, String parameters) {
    return "{\"jsonrpc\":\"2.0\",\"method\":\"%s\",\"params\":[%s],\"id\":1}"
        .formatted(method, parameters);
  }

  @Test
  void aNewPasswordCountsAtOnce() {
    HttpSide.addUser("nora", "old", "viewer");
    assertThat(http.as("nora", "old").status("GET", "/")).isEqualTo(200);
    HttpSide.addUser("nora", "new", "viewer");
    assertThat(http.as("nora", "old").status("GET", "/")).isEqualTo(401);
    assertThat(http.as("nora", "new").status("GET", "/")).isEqualTo(200);
  }
}
