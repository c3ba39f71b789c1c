// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import javax.servlet.ServletContext;
import javax.servlet.ServletContextAttributeEvent;
import javax.servlet.ServletContextAttributeListener;
import javax.servlet.ServletContextEvent;
import javax.servlet.ServletContextListener;
import javax.servlet.ServletException;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletContextEvent;
import javax.servlet.sip.SipServletListener;
import org.junit.jupiter.api.Test;

class LifecycleTest {
  private final List<String> news = new ArrayList<>();

  private class Named extends ScriptedServlet {
    private static final long serialVersionUID = 1;

    Named() {
      super(request -> request.createResponse(200).send());
    }

    @Override
    public void init() {
      news.add("init " + getServletName() + " " + getInitParameter("p"));
    }

    @Override
    public void destroy() {
      news.add("destroy " + getServletName());
    }
  }

  private Stage.Application three() {
    return new Stage.Application()
        .servlet("late", new Named(), OptionalInt.of(9), Map.of("p", "1"))
        .servlet("main", new Named(), OptionalInt.of(2), Map.of("p", "2"))
        .servlet("lazy", new Named(), OptionalInt.empty(), Map.of("p", "3"));
  }

  @Test
  void servletsStartInTheirOrderAndTheLazyOneAtItsFirstRequest() throws Exception {
    Stage stage = three().selection(new ServletSelection.Main("lazy")).started();
    assertThat(news).containsExactly("init main 2", "init late 1");

    stage.arrive(Stage.request("OPTIONS", "1"));
    stage.arrive(Stage.request("OPTIONS", "2"));
    assertThat(news).containsExactly("init main 2", "init late 1", "init lazy 3");
    stage.container.close();

    assertThat(news).contains("destroy main", "destroy late", "destroy lazy");
    assertThat(stage.destroyed).hasSize(3);
  }

  @Test
  void listenersHearOfTheContextAndOfEachServlet() throws Exception {
    class Listening implements ServletContextListener, SipServletListener {
      @Override
      public void contextInitialized(ServletContextEvent event) {
        news.add("context up");
      }

      @Override
      public void contextDestroyed(ServletContextEvent event) {
        news.add("context down");
      }

      @Override
      public void servletInitialized(SipServletContextEvent event) {
        news.add("heard of " + event.getSipServlet().getServletName());
        throw new IllegalStateException("a listener that fails disturbs nobody");
      }
    }
    Stage stage = three().listener(new Listening()).started();
    stage.container.close();

    assertThat(news)
        .containsExactly(
            "context up",
            "init main 2",
            "heard of main",
            "init late 1",
            "heard of late",
            "destroy late",
            "destroy main",
            "context down");
  }

  @Test
  void aServletThatListensIsOneObject() throws Exception {
    class Both extends Named implements SipServletListener {
      private static final long serialVersionUID = 1;

      @Override
      public void servletInitialized(SipServletContextEvent event) {
        news.add("same " + (event.getSipServlet() == this));
      }
    }
    Stage stage =
        new Stage.Application().servlet("main", new Both()).listenerClass("class.main").started();

    assertThat(news).containsExactly("init main null", "same true");
    stage.container.close();
    assertThat(stage.destroyed).hasSize(1);
  }

  @Test
  void aServletThatCannotStartStopsTheDeployment() {
    ScriptedServlet broken =
        new ScriptedServlet(request -> {}) {
          private static final long serialVersionUID = 1;

          @Override
          public void init() {
            throw new IllegalStateException("no");
          }
        };
    Stage stage =
        new Stage.Application()
            .servlet("first", new Named(), OptionalInt.of(1), Map.of())
            .servlet("main", broken, OptionalInt.of(2), Map.of())
            .ready();

    assertThatThrownBy(stage.container::start)
        .isInstanceOf(ServletException.class)
        .hasMessageContaining("main");

    assertThat(news).containsExactly("init first null", "destroy first");
    assertThat(stage.destroyed).hasSize(2);
  }

  @Test
  void aLazyServletThatCannotStartIsNotTriedAgain() throws Exception {
    List<String> tries = new ArrayList<>();
    ScriptedServlet broken =
        new ScriptedServlet(request -> {}) {
          private static final long serialVersionUID = 1;

          @Override
          public void init() {
            tries.add("init");
            throw new IllegalStateException("no");
          }
        };
    Stage stage =
        new Stage.Application().servlet("main", broken, OptionalInt.empty(), Map.of()).started();

    stage.arrive(Stage.request("OPTIONS", "1"));
    stage.arrive(Stage.request("OPTIONS", "2"));

    assertThat(tries).hasSize(1);
    assertThat(stage.sent()).hasSize(2).allMatch(line -> line.startsWith("SIP/2.0 500 "));
  }

  @Test
  void aMissingClassStopsTheDeploymentToo() {
    Stage stage = new Stage.Application().servlet("main", "text").ready();

    assertThatThrownBy(stage.container::start)
        .isInstanceOf(ServletException.class)
        .hasMessageContaining("class.main");
  }

  @Test
  void theContextPublishesWhatServletsNeed() throws Exception {
    Stage stage = three().parameter("colour", "blue").started();
    ServletContext context = stage.container.context();

    assertThat(context.getAttribute(SipServlet.SIP_FACTORY)).isSameAs(stage.container.factory());
    assertThat(context.getAttribute(SipServlet.SIP_SESSIONS_UTIL))
        .isSameAs(stage.container.sessions());
    assertThat(context.getAttribute(SipServlet.TIMER_SERVICE)).isSameAs(stage.container.timers());
    assertThat(context.getAttribute(SipServlet.SUPPORTED)).isEqualTo(List.of());
    assertThat(list(context, SipServlet.SUPPORTED_RFCs)).contains("3261");
    assertThat(list(context, SipServlet.OUTBOUND_INTERFACES)).containsExactly("sip:192.0.2.1:5060");
    assertThat(context.getInitParameter("colour")).isEqualTo("blue");
    assertThat(context.setInitParameter("colour", "red")).isFalse();
    assertThat(context.setInitParameter("size", "7")).isTrue();
    assertThat(Collections.list(context.getInitParameterNames())).containsExactly("colour", "size");
    assertThat(context.getServletContextName()).isEqualTo("Test");
    assertThat(context.getResource("/x")).isNull();
    assertThat(context.getResourceAsStream("/x")).isNull();
    context.log("a line");
    context.log("a line", new IllegalStateException("shown"));
  }

  @Test
  void changesOfContextAttributesAreTold() throws Exception {
    ServletContextAttributeListener listener =
        new ServletContextAttributeListener() {
          @Override
          public void attributeAdded(ServletContextAttributeEvent event) {
            news.add("added " + event.getName());
          }

          @Override
          public void attributeReplaced(ServletContextAttributeEvent event) {
            news.add("replaced " + event.getValue());
          }

          @Override
          public void attributeRemoved(ServletContextAttributeEvent event) {
            news.add("removed " + event.getValue());
          }
        };
    Stage stage =
        new Stage.Application()
            .servlet("main", ScriptedServlet.silent())
            .listener(listener)
            .started();
    ServletContext context = stage.container.context();

    context.setAttribute("a", 1);
    context.setAttribute("a", 2);
    context.setAttribute("a", null);
    context.removeAttribute("a");

    assertThat(news).containsExactly("added a", "replaced 1", "removed 2");
    assertThat(context.getAttribute("a")).isNull();
  }

  private static List<String> list(ServletContext context, String attribute) {
    return ((List<?>) context.getAttribute(attribute)).stream().map(Object::toString).toList();
  }
}
