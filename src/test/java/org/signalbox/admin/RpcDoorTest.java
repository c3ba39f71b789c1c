// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response.Status;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.signalbox.rpc.JsonRpc;
import org.signalbox.rpc.RpcCall;
import org.signalbox.rpc.RpcCommand;
import org.signalbox.rpc.RpcRegistry;

class RpcDoorTest {
  private final RpcRegistry registry = new RpcRegistry();
  private final List<RpcCall> held = new ArrayList<>();
  private final List<JsonRpc.Answer> answers = new ArrayList<>();
  private final RpcDoor door = new RpcDoor(registry);

  @BeforeEach
  void commands() {
    registry.register(RpcCommand.reading("a.look", "Looks", call -> call.add("seen")));
    registry.register(RpcCommand.changing("a.turn", "Turns", call -> call.add("done")));
    registry.register(
        RpcCommand.reading(
            "a.wait",
            "Waits",
            call -> {
              call.delay();
              held.add(call);
            }));
    registry.open(true);
  }

  private String ask(boolean admin, String document) {
    door.call(document.getBytes(UTF_8), "ann", admin, answers::add);
    return answers.isEmpty() ? "nothing yet" : answers.get(0).code() + " " + answers.get(0).body();
  }

  private static String calling(String method) {
    return "{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"id\":1}";
  }

  @Test
  void whoeverMayLookIsToldWhatThereIs() {
    assertThat(ask(false, calling("a.look")))
        .isEqualTo("200 {\"jsonrpc\":\"2.0\",\"result\":\"seen\",\"id\":1}");
  }

  @Test
  void onlyAnAdministratorChangesAnything() {
    assertThat(ask(false, calling("a.turn")))
        .isEqualTo(
            "403 {\"jsonrpc\":\"2.0\",\"error\":{\"code\":403,\"message\":\"Forbidden\"},\"id\":1}");
    answers.clear();
    assertThat(ask(true, calling("a.turn"))).contains("\"result\":\"done\"");
  }

  @Test
  void aBatchIsNoWayAround() {
    assertThat(ask(false, "[" + calling("a.look") + "," + calling("a.turn") + "]"))
        .startsWith("200 [")
        .contains("\"seen\"", "\"Forbidden\"")
        .doesNotContain("done");
  }

  @Test
  void anAnswerMayComeLater() {
    assertThat(ask(false, calling("a.wait"))).isEqualTo("nothing yet");
    held.get(0).add("now").send();
    assertThat(answers).singleElement().extracting(JsonRpc.Answer::body).asString().contains("now");
  }

  @Test
  void aRequestWithoutAnIdIsNotAnswered() {
    assertThat(ask(false, "{\"jsonrpc\":\"2.0\",\"method\":\"a.look\"}")).isEqualTo("204 ");
  }

  @Test
  void whatIsNotJsonIsSaidToBeNone() {
    assertThat(ask(false, "{\"jsonrpc\"")).startsWith("400 ").contains("-32700");
  }

  /** A page of another site can make a browser send the other types with the login it has. */
  @Test
  void onlyJsonIsRead() {
    assertThat(RpcDoor.refusal("application/json; charset=utf-8", 2)).isNull();
    for (String type :
        new String[] {null, "text/plain", "application/x-www-form-urlencoded", "/"}) {
      assertThat(RpcDoor.refusal(type, 2)).as(type).isEqualTo(Status.UNSUPPORTED_MEDIA_TYPE);
    }
    assertThat(RpcDoor.refusal("application/json", RpcDoor.LARGEST + 1))
        .isEqualTo(Status.REQUEST_ENTITY_TOO_LARGE);
  }
}
