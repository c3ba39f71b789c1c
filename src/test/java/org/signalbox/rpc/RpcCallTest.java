// SPDX-License-Identifier: Apache-2.0
package org.signalbox.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.rpc.RpcParameter.ANY_INTEGER;
import static org.signalbox.rpc.RpcParameter.ANY_TEXT;
import static org.signalbox.rpc.RpcParameter.DOUBLE;
import static org.signalbox.rpc.RpcParameter.INTEGER;
import static org.signalbox.rpc.RpcParameter.TEXT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RpcCallTest {
  private final RpcRegistry registry = new RpcRegistry();
  private final List<RpcReply> replies = new ArrayList<>();

  private RpcReply ask(RpcCommand.Handler handler, Object... parameters) {
    registry.open(true);
    registry.run(
        RpcCommand.reading("test.me", "", handler).listed(),
        Arrays.asList(parameters),
        replies::add);
    assertThat(replies).hasSize(1);
    return replies.get(0);
  }

  private static RpcReply items(Object... items) {
    return new RpcReply.Result(true, Arrays.asList(items));
  }

  @Test
  void numbersBecomeWhatTheCommandWants() {
    assertThat(
            ask(
                call ->
                    call.add(call.need(INTEGER))
                        .add(call.need(INTEGER))
                        .add(call.need(INTEGER))
                        .add(call.need(ANY_INTEGER))
                        .add(call.need(ANY_TEXT))
                        .add(call.need(DOUBLE)),
                5L,
                7.9,
                true,
                "-8",
                -5L,
                3L))
        .isEqualTo(items(5L, 7L, 1L, -8L, "-5", 3.0));
  }

  @Test
  void aMissingParameterIsFault400() {
    assertThat(ask(call -> call.need(TEXT)))
        .isEqualTo(
            new RpcReply.Fault(
                400, "error at parameter 0: expected string type but end of packet encountered"));
  }

  @Test
  void aWrongParameterBehindAnAnswerEndsTheAnswer() {
    assertThat(
            ask(
                call -> {
                  call.add(call.optional(TEXT));
                  call.add(call.optional(TEXT));
                },
                "a",
                5L))
        .isEqualTo(items("a"));
  }

  @Test
  void anOptionalParameterOfAnotherTypeIsNoMissingOne() {
    assertThat(ask(call -> call.add(call.optional(INTEGER)), "zz"))
        .isEqualTo(
            new RpcReply.Fault(
                400, "error at parameter 0: expected integer type but record doesn't match type"));
  }

  @Test
  void theRestEndsWhereItIsSomethingElse() {
    assertThat(ask(call -> call.rest(ANY_TEXT).forEach(call::add), "a", 1L, true, null, 1.5))
        .isEqualTo(items("a", "1"));
  }

  @Test
  void aCommandOfItsOwnMindHasItsOwnFault() {
    assertThat(ask(call -> call.need(TEXT, 400, "Method Name Expected"), 5L))
        .isEqualTo(new RpcReply.Fault(400, "Method Name Expected"));
  }

  @Test
  void theLastFaultCountsAndTakesTheAnswer() {
    assertThat(
            ask(
                call -> {
                  call.add("x").fault(404, "not here");
                  call.fault(500, "not there");
                }))
        .isEqualTo(new RpcReply.Fault(500, "not there"));
  }

  @Test
  void whatIsSentEarlyIsAllThatIsSent() {
    assertThat(
            ask(
                call -> {
                  call.add(1);
                  call.send();
                  call.add(2);
                }))
        .isEqualTo(items(1));
  }

  @Test
  void aFailingCommandIsFault500() {
    assertThat(ask(call -> call.add(new Object())))
        .isEqualTo(new RpcReply.Fault(500, "Internal Server Error"));
  }

  @Test
  void aCallerThatCannotWaitHearsSo() {
    assertThat(ask(RpcCall::delay))
        .isEqualTo(
            new RpcReply.Fault(600, "Reply wait/async mode not supported by this rpc transport"));
  }

  @Test
  void anAnswerMayComeLater() {
    List<RpcCall> kept = new ArrayList<>();
    registry.open(true);
    registry.run(
        RpcCommand.reading(
            "test.later",
            "",
            call -> {
              call.delay();
              kept.add(call);
            }),
        List.of(),
        new RpcCaller() {
          @Override
          public void reply(RpcReply reply) {
            replies.add(reply);
          }

          @Override
          public boolean waits() {
            return true;
          }
        });
    assertThat(replies).isEmpty();
    kept.get(0).add("now").send();
    assertThat(replies).containsExactly(new RpcReply.Result(false, List.of("now")));
  }

  @Test
  void theFirstCommandOfANameStays() {
    RpcCommand first = RpcCommand.reading("a.b", "first", call -> {});
    registry.register(first);
    registry.register(RpcCommand.reading("a.b", "second", call -> {}));
    assertThat(registry.find("a.b")).contains(first);
    assertThat(registry.names()).containsExactly("a.b");
  }

  @Test
  void nothingRunsWhileTheServerStartsOrStops() {
    registry.run(RpcCommand.reading("a", "", call -> call.add(1)), List.of(), replies::add);
    assertThat(replies).containsExactly(new RpcReply.Fault(500, "Server not running"));
  }
}
