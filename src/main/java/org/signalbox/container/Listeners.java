// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.util.EventListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.servlet.ServletContext;
import javax.servlet.ServletContextAttributeEvent;
import javax.servlet.ServletContextAttributeListener;
import javax.servlet.ServletContextEvent;
import javax.servlet.ServletContextListener;
import javax.servlet.sip.ServletTimer;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipApplicationSessionAttributeListener;
import javax.servlet.sip.SipApplicationSessionBindingEvent;
import javax.servlet.sip.SipApplicationSessionBindingListener;
import javax.servlet.sip.SipApplicationSessionEvent;
import javax.servlet.sip.SipApplicationSessionListener;
import javax.servlet.sip.SipErrorEvent;
import javax.servlet.sip.SipErrorListener;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletContextEvent;
import javax.servlet.sip.SipServletListener;
import javax.servlet.sip.SipSession;
import javax.servlet.sip.SipSessionAttributeListener;
import javax.servlet.sip.SipSessionBindingEvent;
import javax.servlet.sip.SipSessionBindingListener;
import javax.servlet.sip.SipSessionEvent;
import javax.servlet.sip.SipSessionListener;
import javax.servlet.sip.TimerListener;
import org.jspecify.annotations.Nullable;

/**
 * Tells the application's listeners what happens; one that fails is logged and disturbs nobody.
 *
 * <p>Thread-safe; listeners are called outside every lock, in the order of {@code sip.xml}.
 */
final class Listeners {
  private final List<EventListener> all = new CopyOnWriteArrayList<>();

  void add(EventListener listener) {
    all.add(listener);
  }

  boolean hear(Class<? extends EventListener> type) {
    return all.stream().anyMatch(type::isInstance);
  }

  void contextInitialized(ServletContext context) {
    tell(
        ServletContextListener.class,
        "contextInitialized",
        each -> each.contextInitialized(new ServletContextEvent(context)));
  }

  void contextDestroyed(ServletContext context) {
    tell(
        ServletContextListener.class,
        "contextDestroyed",
        each -> each.contextDestroyed(new ServletContextEvent(context)));
  }

  void contextAttributeSet(
      ServletContext context, String name, @Nullable Object before, Object value) {
    tell(
        ServletContextAttributeListener.class,
        "attribute " + name,
        each -> {
          if (before == null) {
            each.attributeAdded(new ServletContextAttributeEvent(context, name, value));
          } else {
            each.attributeReplaced(new ServletContextAttributeEvent(context, name, before));
          }
        });
  }

  void contextAttributeRemoved(ServletContext context, String name, Object before) {
    tell(
        ServletContextAttributeListener.class,
        "attribute " + name,
        each -> each.attributeRemoved(new ServletContextAttributeEvent(context, name, before)));
  }

  void servletInitialized(ServletContext context, SipServlet servlet) {
    tell(
        SipServletListener.class,
        "servletInitialized",
        each -> each.servletInitialized(new SipServletContextEvent(context, servlet)));
  }

  void created(SipSession session) {
    tell(
        SipSessionListener.class,
        "sessionCreated",
        each -> each.sessionCreated(new SipSessionEvent(session)));
  }

  void destroyed(SipSession session) {
    tell(
        SipSessionListener.class,
        "sessionDestroyed",
        each -> each.sessionDestroyed(new SipSessionEvent(session)));
  }

  void ready(SipSession session) {
    tell(
        SipSessionListener.class,
        "sessionReadyToInvalidate",
        each -> each.sessionReadyToInvalidate(new SipSessionEvent(session)));
  }

  void created(SipApplicationSession session) {
    tell(
        SipApplicationSessionListener.class,
        "sessionCreated",
        each -> each.sessionCreated(new SipApplicationSessionEvent(session)));
  }

  void destroyed(SipApplicationSession session) {
    tell(
        SipApplicationSessionListener.class,
        "sessionDestroyed",
        each -> each.sessionDestroyed(new SipApplicationSessionEvent(session)));
  }

  void expired(SipApplicationSession session) {
    tell(
        SipApplicationSessionListener.class,
        "sessionExpired",
        each -> each.sessionExpired(new SipApplicationSessionEvent(session)));
  }

  void ready(SipApplicationSession session) {
    tell(
        SipApplicationSessionListener.class,
        "sessionReadyToInvalidate",
        each -> each.sessionReadyToInvalidate(new SipApplicationSessionEvent(session)));
  }

  void noAckReceived(SipErrorEvent event) {
    tell(SipErrorListener.class, "noAckReceived", each -> each.noAckReceived(event));
  }

  void timeout(ServletTimer timer) {
    tell(TimerListener.class, "timeout", each -> each.timeout(timer));
  }

  /** An attribute of a session changed from {@code before} to {@code after}; null is no value. */
  void attribute(SipSession session, String name, @Nullable Object before, @Nullable Object after) {
    SipSessionBindingEvent event = new SipSessionBindingEvent(session, name);
    if (before instanceof SipSessionBindingListener value) {
      guarded(value, "valueUnbound", () -> value.valueUnbound(event));
    }
    if (after instanceof SipSessionBindingListener value) {
      guarded(value, "valueBound", () -> value.valueBound(event));
    }
    tell(
        SipSessionAttributeListener.class,
        "attribute " + name,
        each -> {
          if (after == null) {
            each.attributeRemoved(event);
          } else if (before == null) {
            each.attributeAdded(event);
          } else {
            each.attributeReplaced(event);
          }
        });
  }

  /** The same for an application session. */
  void attribute(
      SipApplicationSession session, String name, @Nullable Object before, @Nullable Object after) {
    SipApplicationSessionBindingEvent event = new SipApplicationSessionBindingEvent(session, name);
    if (before instanceof SipApplicationSessionBindingListener value) {
      guarded(value, "valueUnbound", () -> value.valueUnbound(event));
    }
    if (after instanceof SipApplicationSessionBindingListener value) {
      guarded(value, "valueBound", () -> value.valueBound(event));
    }
    tell(
        SipApplicationSessionAttributeListener.class,
        "attribute " + name,
        each -> {
          if (after == null) {
            each.attributeRemoved(event);
          } else if (before == null) {
            each.attributeAdded(event);
          } else {
            each.attributeReplaced(event);
          }
        });
  }

  private <T extends EventListener> void tell(Class<T> type, String event, Consumer<T> call) {
    for (EventListener listener : all) {
      if (type.isInstance(listener)) {
        guarded(listener, event, () -> call.accept(type.cast(listener)));
      }
    }
  }

  private static void guarded(EventListener listener, String event, Runnable call) {
    try {
      call.run();
    } catch (RuntimeException | LinkageError | AssertionError foreign) {
      ContainerLog.LOG.listenerFailed(listener.getClass().getName(), event, foreign);
    }
  }
}
