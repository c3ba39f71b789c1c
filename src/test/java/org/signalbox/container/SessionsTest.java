// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.servlet.ServletException;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipApplicationSessionAttributeListener;
import javax.servlet.sip.SipApplicationSessionBindingEvent;
import javax.servlet.sip.SipApplicationSessionBindingListener;
import javax.servlet.sip.SipApplicationSessionEvent;
import javax.servlet.sip.SipApplicationSessionListener;
import javax.servlet.sip.SipSession;
import javax.servlet.sip.SipSessionAttributeListener;
import javax.servlet.sip.SipSessionBindingEvent;
import javax.servlet.sip.SipSessionBindingListener;
import javax.servlet.sip.SipSessionEvent;
import javax.servlet.sip.SipSessionListener;
import javax.servlet.sip.SipSessionsUtil;
import org.junit.jupiter.api.Test;

class SessionsTest {

  /** Writes down everything it hears. */
  private static class Diary
      implements SipSessionListener,
          SipApplicationSessionListener,
          SipSessionAttributeListener,
          SipApplicationSessionAttributeListener {
    final List<String> news = new ArrayList<>();

    @Override
    public void sessionCreated(SipSessionEvent event) {
      news.add("session created");
    }

    @Override
    public void sessionDestroyed(SipSessionEvent event) {
      news.add("session destroyed");
    }

    @Override
    public void sessionReadyToInvalidate(SipSessionEvent event) {
      news.add("session ready");
    }

    @Override
    public void sessionCreated(SipApplicationSessionEvent event) {
      news.add("application session created");
    }

    @Override
    public void sessionDestroyed(SipApplicationSessionEvent event) {
      news.add("application session destroyed");
    }

    @Override
    public void sessionExpired(SipApplicationSessionEvent event) {
      news.add("application session expired");
    }

    @Override
    public void sessionReadyToInvalidate(SipApplicationSessionEvent event) {
      news.add("application session ready");
    }

    @Override
    public void attributeAdded(SipSessionBindingEvent event) {
      news.add("added " + event.getName());
    }

    @Override
    public void attributeRemoved(SipSessionBindingEvent event) {
      news.add("removed " + event.getName());
    }

    @Override
    public void attributeReplaced(SipSessionBindingEvent event) {
      news.add("replaced " + event.getName());
    }

    @Override
    public void attributeAdded(SipApplicationSessionBindingEvent event) {
      news.add("added " + event.getName());
    }

    @Override
    public void attributeRemoved(SipApplicationSessionBindingEvent event) {
      news.add("removed " + event.getName());
    }

    @Override
    public void attributeReplaced(SipApplicationSessionBindingEvent event) {
      news.add("replaced " + event.getName());
    }

    List<String> news() {
      List<String> all = List.copyOf(news);
      news.clear();
      return all;
    }
  }

  private final Diary diary = new Diary();

  private Stage stage(ScriptedServlet.Deed deed) throws ServletException {
    return new Stage.Application()
        .servlet("main", new ScriptedServlet(deed))
        .listener(diary)
        .started();
  }

  @Test
  void nobodyWhoDoesNotAskGetsASession() throws Exception {
    Stage stage =
        stage(
            request -> {
              assertThat(request.getSession(false)).isNull();
              assertThat(request.getApplicationSession(false)).isNull();
              request.createResponse(200).send();
            });

    stage.arrive(Stage.request("OPTIONS", "1"));
    stage.arrive(Stage.request("INVITE", "2"));

    assertThat(diary.news()).isEmpty();
  }

  @Test
  void askingMakesASessionThatLastsUntilTheAnswer() throws Exception {
    Stage stage =
        stage(
            request -> {
              SipSession session = request.getSession();
              assertThat(request.getSession(false)).isSameAs(session);
              assertThat(session.getCallId()).isEqualTo("call-1");
              assertThat(session.getLocalParty().toString()).contains("sip:bob@192.0.2.1");
              assertThat(session.getRemoteParty().getDisplayName()).isEqualTo("Alice");
              assertThat(session.getApplicationSession().getApplicationName()).isEqualTo("test");
              request.createResponse(200).send();
            });

    stage.arrive(Stage.request("MESSAGE", "1"));

    assertThat(diary.news())
        .containsExactly(
            "application session created",
            "session created",
            "session ready",
            "session destroyed",
            "application session ready",
            "application session destroyed");
    assertThat(stage.layer.serverTransactions()).isEqualTo(1);
  }

  @Test
  void aSessionMakesAnOptionsStateful() throws Exception {
    Stage stage =
        stage(
            request -> {
              request.getApplicationSession();
              request.createResponse(200).send();
            });

    stage.arrive(Stage.request("OPTIONS", "1"));

    assertThat(stage.layer.serverTransactions()).isEqualTo(1);
  }

  @Test
  void aLaterRequestOfTheDialogFindsTheSession() throws Exception {
    List<SipSession> seen = new ArrayList<>();
    Stage stage =
        stage(
            request -> {
              seen.add(request.getSession());
              if (!request.getMethod().equals("ACK")) {
                request.createResponse(200).send();
              }
            });
    stage.arrive(Stage.request("INVITE", "1"));
    String tag = stage.only().message().toTag();
    String to = "To: <sip:bob@192.0.2.1>;tag=" + tag + "\r\n";
    stage.arrive(Stage.request("ACK", "2", to));

    assertThat(seen.get(0).getState()).isEqualTo(SipSession.State.CONFIRMED);
    stage.arrive(Stage.request("BYE", "3", to).replace("CSeq: 1", "CSeq: 2"));

    assertThat(seen).hasSize(3).allMatch(session -> session == seen.get(0));
    assertThat(seen.get(0).isValid()).isFalse();
  }

  @Test
  void changesOfAttributesAreTold() throws Exception {
    Stage stage = stage(request -> {});
    SipApplicationSession session = stage.container.factory().createApplicationSession();
    List<String> bound = new ArrayList<>();
    SipApplicationSessionBindingListener value =
        new SipApplicationSessionBindingListener() {
          @Override
          public void valueBound(SipApplicationSessionBindingEvent event) {
            bound.add("bound " + event.getName());
          }

          @Override
          public void valueUnbound(SipApplicationSessionBindingEvent event) {
            bound.add("unbound " + event.getName());
          }
        };
    diary.news();

    session.setAttribute("a", value);
    session.setAttribute("a", 2);
    session.removeAttribute("a");
    session.removeAttribute("a");

    assertThat(diary.news()).containsExactly("added a", "replaced a", "removed a");
    assertThat(bound).containsExactly("bound a", "unbound a");
    assertThat(session.getAttribute("a")).isNull();
    assertThatThrownBy(() -> session.setAttribute("a", null))
        .isInstanceOf(NullPointerException.class);
  }

  @Test
  void attributesOfASipSessionAreToldTooAndEndWithIt() throws Exception {
    List<String> bound = new ArrayList<>();
    SipSessionBindingListener value =
        new SipSessionBindingListener() {
          @Override
          public void valueBound(SipSessionBindingEvent event) {
            bound.add("bound");
          }

          @Override
          public void valueUnbound(SipSessionBindingEvent event) {
            bound.add("unbound");
          }
        };
    Stage stage = stage(request -> request.getSession().setAttribute("k", value));
    stage.arrive(Stage.request("INVITE", "1"));

    stage.container.close();

    assertThat(diary.news()).contains("added k", "removed k");
    assertThat(bound).containsExactly("bound", "unbound");
  }

  @Test
  void anApplicationSessionExpires() throws Exception {
    Stage stage = stage(request -> {});
    SipApplicationSession session = stage.container.factory().createApplicationSession();
    long now = stage.time.instant().toEpochMilli();
    assertThat(session.getExpirationTime()).isEqualTo(now + 180_000);

    stage.advance(Duration.ofSeconds(179));
    assertThat(session.isValid()).isTrue();
    stage.advance(Duration.ofSeconds(2));

    assertThat(session.isValid()).isFalse();
    assertThat(diary.news())
        .containsExactly(
            "application session created",
            "application session expired",
            "application session destroyed");
    assertThat(stage.wheel.waiting()).isZero();
  }

  @Test
  void itsListenerMayExtendIt() throws Exception {
    class Extending extends Diary {
      @Override
      public void sessionExpired(SipApplicationSessionEvent event) {
        event.getApplicationSession().setExpires(1);
      }
    }
    Stage stage =
        new Stage.Application()
            .servlet("main", ScriptedServlet.silent())
            .listener(new Extending())
            .started();
    SipApplicationSession session = stage.container.factory().createApplicationSession();

    stage.advance(Duration.ofMinutes(10));

    assertThat(session.isValid()).isTrue();
    assertThat(session.setExpires(0)).isZero();
    assertThat(session.getExpirationTime()).isZero();
    stage.advance(Duration.ofDays(3));
    assertThat(session.isValid()).isTrue();
  }

  @Test
  void anInvalidSessionRefusesEverything() throws Exception {
    Stage stage = stage(request -> {});
    SipApplicationSession session = stage.container.factory().createApplicationSession();
    session.invalidate();

    assertThat(session.isValid()).isFalse();
    assertThat(session.getId()).isNotEmpty();
    List<Runnable> uses =
        List.of(
            session::invalidate,
            session::getCreationTime,
            session::getLastAccessedTime,
            session::getExpirationTime,
            session::getSessions,
            session::getTimers,
            session::getAttributeNames,
            session::isReadyToInvalidate,
            () -> session.setExpires(1),
            () -> session.getAttribute("a"),
            () -> session.setAttribute("a", 1),
            () -> session.removeAttribute("a"));
    assertThat(uses)
        .allSatisfy(use -> assertThatThrownBy(use::run).isInstanceOf(IllegalStateException.class));
  }

  @Test
  void anInvalidSipSessionRefusesEverything() throws Exception {
    List<SipSession> seen = new ArrayList<>();
    Stage stage = stage(request -> seen.add(request.getSession()));
    stage.arrive(Stage.request("INVITE", "1"));
    SipSession session = seen.get(0);
    session.invalidate();

    List<Runnable> uses =
        List.of(
            session::invalidate,
            session::getState,
            session::getCreationTime,
            session::getAttributeNames,
            () -> session.getAttribute("a"),
            () -> session.setAttribute("a", 1),
            () -> session.createRequest("BYE"));
    assertThat(uses)
        .allSatisfy(use -> assertThatThrownBy(use::run).isInstanceOf(IllegalStateException.class));
    assertThat(session.getApplicationSession().isValid()).isFalse();
  }

  @Test
  void sessionsAreFoundByIdAndKey() throws Exception {
    Stage stage = stage(request -> request.getSession());
    SipSessionsUtil lookup = stage.container.sessions();
    SipApplicationSession session = stage.container.factory().createApplicationSessionByKey("k");

    assertThat(stage.container.factory().createApplicationSessionByKey("k")).isSameAs(session);
    assertThat(lookup.getApplicationSessionById(session.getId())).isSameAs(session);
    assertThat(lookup.getApplicationSessionByKey("k", false)).isSameAs(session);
    assertThat(lookup.getApplicationSessionByKey("other", false)).isNull();
    assertThat(lookup.getApplicationSessionByKey("other", true)).isNotNull();
    session.invalidate();
    assertThat(lookup.getApplicationSessionById(session.getId())).isNull();
    assertThat(lookup.getApplicationSessionByKey("k", false)).isNull();
  }

  @Test
  void anApplicationSessionListsItsSessions() throws Exception {
    List<SipSession> seen = new ArrayList<>();
    Stage stage = stage(request -> seen.add(request.getSession()));
    stage.arrive(Stage.request("INVITE", "1"));
    SipApplicationSession session = seen.get(0).getApplicationSession();

    List<Object> all = new ArrayList<>();
    session.getSessions().forEachRemaining(all::add);

    assertThat(all).containsExactly(seen.get(0));
    assertThat(session.getSipSession(seen.get(0).getId())).isSameAs(seen.get(0));
    assertThat(session.getSession(seen.get(0).getId(), SipApplicationSession.Protocol.SIP))
        .isSameAs(seen.get(0));
    assertThat(session.getSessions("HTTP").hasNext()).isFalse();
    assertThat(session.getSessions("SIP").hasNext()).isTrue();
    assertThatThrownBy(() -> session.getSessions("X")).isInstanceOf(IllegalArgumentException.class);
    assertThat(Collections.list(seen.get(0).getAttributeNames())).isEmpty();
  }

  @Test
  void thereAreNoMoreSessionsThanTheFileAllows() throws Exception {
    Stage stage =
        new Stage.Application()
            .servlet("main", new ScriptedServlet(request -> request.getSession()))
            .parameter(SipContainer.MOST_SESSIONS, "1")
            .started();

    stage.arrive(Stage.request("INVITE", "1"));
    stage.arrive(Stage.request("INVITE", "2").replace("call-1", "call-2"));

    assertThat(stage.only().text()).startsWith("SIP/2.0 503 ").contains("Retry-After: 10");
  }

  @Test
  void closingTheContainerLeavesNothingBehind() throws Exception {
    Stage stage = stage(request -> request.getSession());
    stage.arrive(Stage.request("INVITE", "1"));
    stage.container.factory().createApplicationSession();

    stage.container.close();
    stage.layer.close();

    assertThat(stage.wheel.waiting()).isZero();
  }
}
