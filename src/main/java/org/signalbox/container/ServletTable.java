// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EventListener;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.servlet.Servlet;
import javax.servlet.ServletContext;
import javax.servlet.ServletException;
import javax.servlet.sip.SipServlet;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the servlets and listeners of an application: creates them, in the order of {@code
 * load-on-startup} or at the first request, and destroys them in reverse.
 */
final class ServletTable {
  private final SipApplication application;
  private final ServletInstances instances;
  private final Listeners listeners;
  private final Map<String, HeldServlet> servlets = new HashMap<>();

  /** Created so far, in that order; guarded by this. */
  private final Map<String, Object> created = new LinkedHashMap<>();

  ServletTable(SipApplication application, ServletInstances instances, Listeners listeners) {
    this.application = application;
    this.instances = instances;
    this.listeners = listeners;
    for (DeclaredServlet declared : application.servlets()) {
      servlets.put(declared.name(), new HeldServlet(declared));
    }
  }

  /** One servlet and its life; made once, asked for at each request. */
  final class HeldServlet {
    private final DeclaredServlet declared;
    private volatile @Nullable Servlet ready;

    /** Why it will never be ready: a broken servlet is not tried again at each request. */
    private volatile @Nullable ServletException broken;

    HeldServlet(DeclaredServlet declared) {
      this.declared = declared;
    }

    String name() {
      return declared.name();
    }

    /** The initialised servlet. */
    Servlet servlet(ServletContext context) throws ServletException {
      @Nullable Servlet found = ready;
      return found != null ? found : initialised(context);
    }

    /** One lock per servlet: a slow init holds up only its own first requests. */
    private synchronized Servlet initialised(ServletContext context) throws ServletException {
      @Nullable ServletException known = broken;
      if (known != null) {
        throw known;
      }
      if (ready != null) {
        return ready;
      }
      Servlet servlet;
      try {
        servlet = instance(declared.className(), Servlet.class);
        servlet.init(new DeclaredConfig(declared, context));
      } catch (ServletException | RuntimeException | LinkageError failure) {
        String sentence = "The servlet " + declared.name() + " cannot be started: " + failure;
        ServletException told = new ServletException(sentence, failure);
        broken = told;
        ContainerLog.LOG.servletUnavailable(declared.name(), failure.toString());
        ContainerLog.LOG.debug("This is where it failed.", failure);
        throw told;
      }
      ready = servlet;
      if (servlet instanceof SipServlet sip) {
        listeners.servletInitialized(context, sip);
      }
      return servlet;
    }

    private void destroy() {
      @Nullable Servlet servlet = ready;
      ready = null;
      if (servlet == null) {
        return;
      }
      try {
        servlet.destroy();
      } catch (RuntimeException | LinkageError | AssertionError foreign) {
        ContainerLog.LOG.destroyFailed(declared.name(), foreign);
      }
    }
  }

  @Nullable HeldServlet named(String name) {
    return servlets.get(name);
  }

  /** Creates the listeners, then the servlets with {@code load-on-startup}. */
  void start(ServletContext context) throws ServletException {
    for (String className : application.listeners()) {
      listeners.add(instance(className, EventListener.class));
    }
    listeners.contextInitialized(context);
    List<DeclaredServlet> early =
        application.servlets().stream()
            .filter(servlet -> servlet.loadOnStartup().isPresent())
            .sorted(Comparator.comparingInt(servlet -> servlet.loadOnStartup().getAsInt()))
            .toList();
    for (DeclaredServlet servlet : early) {
      held(servlet).servlet(context);
    }
  }

  /** Destroys everything that was created; the table is empty then. */
  void stop(ServletContext context) {
    application.servlets().forEach(servlet -> held(servlet).destroy());
    listeners.contextDestroyed(context);
    List<Object> all;
    synchronized (this) {
      all = new ArrayList<>(created.values());
      created.clear();
    }
    for (int index = all.size() - 1; index >= 0; index--) {
      instances.destroy(all.get(index));
    }
  }

  private HeldServlet held(DeclaredServlet servlet) {
    return Objects.requireNonNull(servlets.get(servlet.name()));
  }

  /** A class that is servlet and listener has one instance (JSR 289 §18). */
  private synchronized <T> T instance(String className, Class<T> type) throws ServletException {
    @Nullable Object shared = created.get(className);
    boolean both =
        application.listeners().contains(className)
            && application.servlets().stream()
                .anyMatch(servlet -> servlet.className().equals(className));
    if (shared != null && both && type.isInstance(shared)) {
      return type.cast(shared);
    }
    T instance = instances.create(className, type);
    String key = shared == null ? className : className + "#" + created.size();
    created.put(key, instance);
    return instance;
  }
}
