// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.signalbox.testkit.HttpSide;
import org.signalbox.testkit.Patience;
import org.signalbox.testkit.SipPeer;
import org.signalbox.testkit.TestWar;

/** The REST interface of the real WAR, with the logins that operators have. */
@ArquillianTest
@RunAsClient
class DestinationsIT {
  private static final String LIST = "/api/destinations";

  private final HttpSide admin = new HttpSide().as("adam", "change");

  @Deployment(testable = false)
  static WebArchive war() {
    return TestWar.with("it/probe.cfg");
  }

  @BeforeEach
  void begin() {
    HttpSide.addUser("adam", "change", "admin");
    assertThat(admin.status("DELETE", LIST)).isEqualTo(204);
  }

  @Test
  void oneIsAddedLookedAtAndRemoved() {
    HttpResponse<String> added = add("{\"uri\":\"sip:127.0.0.1:9\",\"owner\":\"ops\"}");
    assertThat(added.statusCode()).isEqualTo(201);
    String place = URI.create(added.headers().firstValue("Location").orElseThrow()).getPath();
    String path = place.substring("/signalbox".length());

    JsonObject one = admin.json(path);
    assertThat(one.getString("uri")).isEqualTo("sip:127.0.0.1:9");
    assertThat(one.getString("owner")).isEqualTo("ops");
    assertThat(one.getString("origin")).isEqualTo("runtime");
    assertThat(one.getJsonNumber("intervalSeconds").doubleValue()).isEqualTo(1);

    assertThat(admin.status("DELETE", path)).isEqualTo(204);
    assertProblem(admin.send("GET", path, ""), 404);
    assertProblem(admin.send("DELETE", path, ""), 404);
  }

  @Test
  void whatIsWrongIsNamed() {
    assertField(add("{}"), "uri");
    assertField(add("{\"uri\":\"not a uri\"}"), "uri");
    assertField(add("{\"uri\":\"sip:a.example\",\"owner\":7}"), "owner");
    assertField(add("{\"uri\":\"sip:127.0.0.1:9\",\"intervalSeconds\":-1}"), "intervalSeconds");
    assertField(add("{\"uri\":\"sip:127.0.0.1:9\",\"colour\":1}"), "colour");
    assertField(admin.send("GET", LIST + "?limit=many", ""), "limit");
    assertField(admin.send("GET", LIST + "?limit=0", ""), "limit");
    assertField(admin.send("GET", LIST + "?after=-1", ""), "after");
    assertField(admin.send("GET", LIST + "?state=tired", ""), "state");
  }

  @Test
  void whatCannotBeServedIsAProblemToo() {
    assertThat(assertProblem(add("{\"uri\":"), 400).getString("detail")).contains("not JSON");
    assertProblem(add("[]"), 400);
    assertProblem(add(""), 400);
    assertProblem(admin.send("POST", LIST, "text/plain", "sip:a.example"), 415);
    assertProblem(admin.send("GET", "/api/nothing", ""), 404);
    assertProblem(admin.send("GET", LIST + "/none", ""), 404);
    assertProblem(admin.send("GET", "/nothing", ""), 404);
    HttpResponse<String> put = admin.send("PUT", LIST, "{}");
    assertProblem(put, 405);
    assertThat(put.headers().firstValue("Allow").orElse("")).contains("GET", "POST", "DELETE");
  }

  @Test
  void aDuplicateIsAConflictAndForgetsItsFailures() {
    try (SipPeer silent = SipPeer.udp()) {
      String body = "{\"uri\":\"" + silent.uri() + "\",\"intervalSeconds\":3600}";
      int id = HttpSide.json(add(body)).getInt("id");
      Patience.until("its only ping fails", () -> failures(id) == 1);

      assertThat(assertProblem(add(body), 409).getString("detail")).contains("" + id);

      assertThat(failures(id)).isZero();
      assertThat(admin.json(LIST).getInt("total")).isEqualTo(1);
    }
  }

  @Test
  void flushRemovesAll() {
    addThree();
    assertThat(admin.status("DELETE", LIST)).isEqualTo(204);
    assertThat(admin.json(LIST).getJsonArray("destinations")).isEmpty();
  }

  @Test
  void pagesFollowOneAnother() {
    addThree();
    JsonObject first = admin.json(LIST + "?limit=2");
    assertThat(owners(first)).containsExactly("one", "two");
    assertThat(first.getInt("total")).isEqualTo(3);

    JsonObject last = admin.json(LIST + "?limit=2&after=" + first.getInt("next"));
    assertThat(owners(last)).containsExactly("three");
    assertThat(last.isNull("next")).isTrue();
  }

  @Test
  void aListIsNarrowedByWordsAndByState() {
    addThree();
    try (SipPeer well = SipPeer.udp().answering("OPTIONS", 200)) {
      add("{\"uri\":\"" + well.uri() + "\",\"owner\":\"well\"}");
      Patience.until("it is up", () -> owners(admin.json(LIST + "?state=up")).size() == 1);

      assertThat(owners(admin.json(LIST + "?state=up"))).containsExactly("well");
      assertThat(owners(admin.json(LIST + "?search=T"))).containsExactly("two", "three");
      JsonObject none = admin.json(LIST + "?state=up&search=two");
      assertThat(none.getInt("matching")).isZero();
      assertThat(none.getInt("total")).isEqualTo(4);
    }
  }

  @Test
  void settingsOfOneAreChangedAndGivenBack() {
    HttpResponse<String> added =
        add(
            "{\"uri\":\"sip:127.0.0.1:9\",\"settings\":{\"group\":\"trunks\",\"down_threshold\":3}}");
    String path = LIST + "/" + HttpSide.json(added).getInt("id");
    assertThat(HttpSide.json(added).getJsonObject("settings").getString("down_threshold"))
        .isEqualTo("3");
    assertThat(owners(admin.json(LIST + "?group=trunks"))).containsExactly("operator");
    assertThat(owners(admin.json(LIST + "?group=others"))).isEmpty();
    assertThat(admin.json(LIST + "/groups").getJsonArray("groups")).hasSize(1);

    String body = "{\"settings\":{\"maintenance\":true,\"down_threshold\":null}}";
    JsonObject changed = HttpSide.json(admin.send("PATCH", path, body));
    assertThat(changed.getBoolean("maintenance")).isTrue();
    assertThat(changed.getJsonObject("settings").getString("down_threshold")).isEqualTo("1");
    assertThat(changed.getJsonArray("own")).hasSize(2);
    assertThat(changed.getJsonObject("changed").getString("by")).isEqualTo("adam");

    assertField(admin.send("PATCH", path, "{\"settings\":{\"ping_timeout\":-1}}"), "ping_timeout");
    assertField(admin.send("PATCH", path, "{\"settings\":{\"colour\":1}}"), "colour");
    assertField(add("{\"uri\":\"sip:a\",\"settings\":{\"unsendable\":\"up\"}}"), "settings");
    assertProblem(admin.send("PATCH", LIST + "/999999999", "{\"settings\":{}}"), 404);
  }

  @Test
  void oneIsPausedAndAllAre() {
    String path = LIST + "/" + HttpSide.json(add("{\"uri\":\"sip:127.0.0.1:9\"}")).getInt("id");
    JsonObject paused =
        HttpSide.json(admin.send("PUT", path + "/pause", "{\"reason\":\"night\",\"seconds\":600}"));
    assertThat(paused.getJsonObject("pause").getString("reason")).isEqualTo("night");
    assertThat(paused.getJsonObject("pause").getString("by")).isEqualTo("adam");
    assertThat(paused.getJsonObject("pause").isNull("until")).isFalse();
    assertField(admin.send("PUT", path + "/pause", "{\"seconds\":0}"), "seconds");
    assertThat(HttpSide.json(admin.send("DELETE", path + "/pause", "")).isNull("pause")).isTrue();

    admin.send("PUT", LIST + "/pause", "{\"reason\":\"move\"}");
    assertThat(admin.json(LIST + "/pause").getJsonObject("pause").getString("reason"))
        .isEqualTo("move");
    assertThat(admin.json(path).getJsonObject("pause").getString("reason")).isEqualTo("move");
    assertThat(HttpSide.json(admin.send("DELETE", LIST + "/pause", "")).isNull("pause")).isTrue();
    assertThat(admin.json(path).isNull("pause")).isTrue();
  }

  @Test
  void whyAndWhenOneWentDownIsTold() {
    try (SipPeer sick = SipPeer.udp().answering("OPTIONS", 503)) {
      String path =
          LIST + "/" + HttpSide.json(add("{\"uri\":\"" + sick.uri() + "\"}")).getInt("id");
      Patience.until("it is down", () -> admin.json(path).getString("state").equals("down"));
      JsonObject one = admin.json(path);
      assertThat(one.getString("reason")).isEqualTo("503 Peer Says So");
      assertThat(one.getJsonArray("history").getJsonObject(0).getString("reason"))
          .isEqualTo("503 Peer Says So");
      assertThat(one.getJsonObject("roundTrips").getInt("count")).isPositive();
    }
  }

  @Test
  void aViewerLooksOnly() {
    HttpSide.addUser("vera", "look", "viewer");
    HttpSide viewer = new HttpSide().as("vera", "look");
    addThree();
    assertThat(owners(viewer.json(LIST))).hasSize(3);
    assertProblem(viewer.send("POST", LIST, "{\"uri\":\"sip:a.example\"}"), 403);
    assertProblem(viewer.send("DELETE", LIST, ""), 403);
    assertProblem(viewer.send("DELETE", LIST + "/1", ""), 403);
    assertThat(viewer.json("/api/server").getJsonObject("user").getBoolean("admin")).isFalse();
  }

  @Test
  void theServerSaysWhatItIs() {
    JsonObject server = admin.json("/api/server");
    assertThat(server.getString("name")).isEqualTo("Signalbox");
    assertThat(server.getString("version")).matches("\\d.*");
    assertThat(server.getString("configuration")).endsWith("signalbox.cfg");
    assertThat(server.getJsonArray("listeners").getValuesAs(JsonObject.class))
        .extracting(listener -> listener.getString("protocol") + ":" + listener.getInt("port"))
        .containsExactly("udp:" + TestWar.SIP_PORT, "tcp:" + TestWar.SIP_PORT);
    assertThat(server.getJsonObject("user").getString("name")).isEqualTo("adam");
    assertThat(server.getJsonObject("user").getBoolean("admin")).isTrue();
  }

  private void addThree() {
    List.of("one", "two", "three")
        .forEach(owner -> add("{\"uri\":\"sip:127.0.0.1:9\",\"owner\":\"%s\"}".formatted(owner)));
  }

  private HttpResponse<String> add(String body) {
    return admin.send("POST", LIST, body);
  }

  private int failures(int id) {
    return admin.json(LIST + "/" + id).getInt("failures");
  }

  private static List<String> owners(JsonObject page) {
    return page.getJsonArray("destinations").getValuesAs(JsonObject.class).stream()
        .map(destination -> destination.getString("owner"))
        .toList();
  }

  private static void assertField(HttpResponse<String> answer, String field) {
    assertThat(assertProblem(answer, 400).getString("field")).isEqualTo(field);
  }

  private static JsonObject assertProblem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    JsonObject problem = HttpSide.json(answer);
    assertThat(problem.getInt("status")).isEqualTo(status);
    assertThat(problem.getString("detail")).endsWith(".");
    return problem;
  }
}
