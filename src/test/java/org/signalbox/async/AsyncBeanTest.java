// SPDX-License-Identifier: Apache-2.0
package org.signalbox.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.signalbox.module.ModulesStarted;
import org.signalbox.module.ModulesStopping;
import org.signalbox.script.Source;
import org.signalbox.testkit.ScriptedServer;
import org.signalbox.testkit.SipText;

/** Servlets let their requests wait. */
class AsyncBeanTest {
  private static final InetSocketAddress CALLER = new InetSocketAddress("127.0.0.1", 21900);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final String FILE =
      String.join(
          "\n",
          "listen=udp:127.0.0.1:5060",
          "loadmodule \"tm.so\"",
          "loadmodule \"sl.so\"",
          "loadmodule \"async.so\"",
          "modparam(\"async\", \"max_waiting\", 2)",
          "route[RESUMED] { send_reply(\"404\", \"Resumed\"); }",
          "");

  private final List<String> sent = new CopyOnWriteArrayList<>();
  private final List<String> news = new CopyOnWriteArrayList<>();
  private final AsyncBean bean = new AsyncBean();

  /** What the servlet does with a request. */
  private final AtomicReference<Consumer<SipServletRequest>> served = new AtomicReference<>();

  private ScriptedServer server;
  private SipText last;

  @BeforeEach
  void start() throws Exception {
    SipServlet servlet =
        new SipServlet() {
          private static final long serialVersionUID = 1;

          @Override
          protected void doRequest(SipServletRequest request) {
            if (request.getMethod().equals("CANCEL")) {
              news.add("told of the CANCEL");
            } else {
              served.get().accept(request);
            }
          }
        };
    server = ScriptedServer.serving(Source.of("servlet.cfg", FILE), servlet, sent::add);
    bean.begin(new ModulesStarted(server.modules().loaded()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aServletGoesOnBehindThePause() {
    suspending(request -> answer(request, 202));
    receive("MESSAGE");
    server.advance(Duration.ofSeconds(4));
    assertThat(sent).isEmpty();
    assertThat(bean.async().next(10)).extracting(Waiting::method).containsExactly("MESSAGE");
    assertThat(bean.async().next(10)).extracting(Waiting::route).containsExactly("(servlet)");
    server.advance(Duration.ofSeconds(1));
    assertAnswers("SIP/2.0 202 Accepted");
  }

  @Test
  void aRouteGoesOnBehindThePause() {
    served.set(request -> bean.suspend(request, PAUSE, "RESUMED").orElseThrow());
    receive("MESSAGE");
    server.advance(PAUSE);
    assertAnswers("SIP/2.0 404 Resumed");
  }

  @Test
  void aCancelledRequestLeavesAtOnce() {
    suspending(request -> news.add("went on"));
    receive("INVITE");
    assertThat(bean.async().size()).isEqualTo(1);
    long id = bean.async().next(1).get(0).id();
    server.receive(
        last.toString().replace("INVITE", "CANCEL").getBytes(StandardCharsets.ISO_8859_1),
        server.from(CALLER));
    assertThat(bean.async().size()).isZero();
    assertThat(bean.async().find(id)).isEmpty();
    assertThat(bean.async().resume(id)).isFalse();
    server.advance(PAUSE);
    assertThat(news).containsExactly("told of the CANCEL");
    assertThat(sent).anyMatch(text -> text.startsWith("SIP/2.0 487"));
  }

  @Test
  void aRequestThatAnotherThreadAnswersLeavesAtOnce() throws InterruptedException {
    AtomicReference<SipServletRequest> kept = new AtomicReference<>();
    served.set(
        request -> {
          kept.set(request);
          bean.suspend(request, PAUSE, later -> news.add("went on")).orElseThrow();
        });
    receive("MESSAGE");
    Thread other = new Thread(() -> answer(kept.get(), 202));
    other.start();
    other.join();
    assertThat(bean.async().size()).isZero();
    server.advance(PAUSE);
    assertAnswers("SIP/2.0 202 Accepted");
    assertThat(news).isEmpty();
  }

  @Test
  void whateverAServletThrowsIsAnswered() {
    suspending(
        request -> {
          throw new StackOverflowError("broken on purpose");
        });
    receive("MESSAGE");
    server.advance(PAUSE);
    assertAnswers("SIP/2.0 500 Server Internal Error");
  }

  @Test
  void aPauseThatMeansNothingSuspendsNothing() {
    served.set(
        request -> {
          for (Duration pause : List.of(Duration.ofSeconds(-1), Duration.ofDays(2))) {
            assertThatThrownBy(() -> bean.suspend(request, pause, later -> {}))
                .isInstanceOf(IllegalArgumentException.class);
          }
          bean.suspend(request, PAUSE, later -> answer(later, 202)).orElseThrow();
          assertThat(bean.suspend(request, PAUSE, later -> {})).isEmpty();
        });
    receive("MESSAGE");
    server.advance(PAUSE);
    assertAnswers("SIP/2.0 202 Accepted");
  }

  @Test
  void whoFindsNoPlaceIsTold() {
    served.set(
        request -> {
          if (bean.suspend(request, PAUSE, later -> answer(later, 202)).isEmpty()) {
            answer(request, 480);
          }
        });
    receive("MESSAGE");
    receive("INFO");
    receive("PUBLISH");
    assertAnswers("SIP/2.0 480 Temporarily Unavailable");
  }

  @Test
  void operatorsSeeToRequestsOfServlets() {
    suspending(request -> answer(request, 202));
    receive("MESSAGE");
    receive("INFO");
    List<Waiting> waiting = bean.async().next(10);
    assertThat(bean.async().cancel(waiting.get(0).id(), 480, "Gone\r\nX-Injected: 1")).isTrue();
    assertThat(bean.async().resume(waiting.get(1).id())).isTrue();
    server.advance(Duration.ZERO);
    assertAnswers("SIP/2.0 480 Gone  X-Injected: 1", "SIP/2.0 202 Accepted"); // one line
  }

  @Test
  void aServerThatEndsAnswersAnInvite() {
    suspending(request -> answer(request, 202));
    receive("INVITE");
    receive("MESSAGE");
    bean.end(new ModulesStopping(server.modules()));
    server.modules().destroy();
    assertThat(sent).filteredOn(text -> !text.startsWith("SIP/2.0 100")).hasSize(1);
    assertThat(sent).anyMatch(text -> text.startsWith("SIP/2.0 503 Service Unavailable"));
    assertThatThrownBy(bean::async).isInstanceOf(IllegalStateException.class);
  }

  private void suspending(Consumer<SipServletRequest> then) {
    served.set(request -> bean.suspend(request, PAUSE, then).orElseThrow());
  }

  private static void answer(SipServletRequest request, int status) {
    try {
      request.createResponse(status).send();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void receive(String method) {
    last = SipText.request(method, "sip:b@b.example").via("UDP", CALLER);
    server.receive(last.bytes(), server.from(CALLER));
  }

  private void assertAnswers(String... lines) {
    assertThat(sent).extracting(text -> text.lines().findFirst().orElse("")).containsExactly(lines);
  }
}
