// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.io.InputStream;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.signalbox.container.SipApplication;
import org.signalbox.container.SipXmlReader;
import org.signalbox.library.core.Loading;
import org.signalbox.module.Modules;
import org.signalbox.module.ModulesStarted;
import org.signalbox.module.ModulesStopping;

/**
 * Starts the server when the application is deployed and stops it when it is undeployed.
 *
 * <p>A listener of the web context and not an EJB: {@code sip.xml} is found through that context,
 * and beans and timers are there before it begins and after it ends.
 */
@WebListener
public class StartupListener implements ServletContextListener {
  private static final String SIP_XML = "/WEB-INF/sip.xml";
  private static final int START_FAILED = 255;
  private static final int GLANCE_MILLIS = 200;

  @Resource private ManagedThreadFactory threads;
  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject private BeanManager beans;
  @Inject private RunningServer running;
  @Inject private Event<ModulesStarted> modulesStarted;
  @Inject private Event<ModulesStopping> modulesStopping;

  private final HostView wildFly = new HostView();
  private @Nullable SignalboxServer server;
  private volatile @Nullable Future<?> notice;

  @Override
  public void contextInitialized(ServletContextEvent event) {

    Config keys = ConfigProvider.getConfig(loader());
    ServerSettings settings = ServerSettings.from(key -> keys.getOptionalValue(key, String.class));
    settings.pidFile().ifPresent(file -> file.toFile().deleteOnExit());
    try {
      SignalboxServer.Host host = host(event.getServletContext());
      ConfigurationFile file = new ConfigurationFile(settings, host.resources());
      Loading.Loaded first = file.read(Modules.found(host.loader()));
      SignalboxServer made = new SignalboxServer(settings, first.configuration(), host);
      ScriptReload reload =
          new ScriptReload(
              file::again,
              first,
              made.routing(),
              begun -> modulesStarted.fire(new ModulesStarted(begun)));
      running.is(made, reload);
      made.commands().register(reload.command());
      made.start(
          () -> modulesStarted.fire(new ModulesStarted(made.modules().loaded())),
          () -> modulesStopping.fire(new ModulesStopping(made.modules())));
      server = made;
      announce(made, event.getServletContext().getContextPath());
    } catch (Exception | LinkageError e) {
      fail(settings, new ServerException(e));
    }
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    Future<?> pending = notice;
    if (pending != null) {
      pending.cancel(false);
    }
    SignalboxServer made = server;
    if (made != null) {
      made.stop();
      ServerLog.LOG.stopped();
    }
  }

  private SignalboxServer.Host host(ServletContext context) throws Exception {
    return new SignalboxServer.Host(
        threads,
        application(context),
        new CdiServletInstances(beans, loader()),
        new WebResources(context),
        loader(),
        new BeanInjection(beans));
  }

  private static SipApplication application(ServletContext context) throws Exception {
    try (InputStream bytes = context.getResourceAsStream(SIP_XML)) {
      if (bytes == null) {
        throw new ServerException("the application has no " + SIP_XML);
      }
      return SipXmlReader.read(bytes, SIP_XML);
    }
  }

  private static ClassLoader loader() {
    return Thread.currentThread().getContextClassLoader();
  }

  /** Waits for WildFly's last words, so that ours stand at the end. */
  private void announce(SignalboxServer made, String contextRoot) {
    notice =
        scheduler.schedule(
            () -> {
              if (wildFly.booting()) {
                announce(made, contextRoot);
              } else {
                ServerLog.LOG.ready(made.notice(wildFly.urls(contextRoot)).text());
              }
            },
            GLANCE_MILLIS,
            TimeUnit.MILLISECONDS);
  }

  private static void fail(ServerSettings settings, ServerException failure) {
    ServerLog.LOG.cannotStart(String.valueOf(failure.getMessage()));
    if (settings.exitOnFailure()) {
      settings.pidFile().ifPresent(file -> file.toFile().delete());
      // WildFly would report the failed deployment at length, go on without it, and wait for this
      // very thread if asked to stop.
      Runtime.getRuntime().halt(START_FAILED);
    }
    throw failure;
  }
}
