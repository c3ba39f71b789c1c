// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipSessionsUtil;
import javax.servlet.sip.TimerService;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Modules;
import org.signalbox.routing.Routing;

/** Offers the parts of the running server to {@code @Inject}. */
@ApplicationScoped
public class RunningServer {
  private volatile @Nullable SignalboxServer server;

  void is(SignalboxServer made) {
    server = made;
  }

  @Produces
  @ApplicationScoped
  SipFactory sipFactory() {
    return running().container().factory();
  }

  @Produces
  @ApplicationScoped
  SipSessionsUtil sipSessionsUtil() {
    return running().container().sessions();
  }

  @Produces
  @ApplicationScoped
  TimerService timerService() {
    return running().container().timers();
  }

  @Produces
  @Dependent
  Modules modules() {
    return running().modules();
  }

  @Produces
  @Dependent
  Routing routing() {
    return running().routing();
  }

  /** What runs here, for whoever shows it. */
  public ServerFacts facts() {
    return running().facts();
  }

  private SignalboxServer running() {
    SignalboxServer running = server;
    if (running == null) {
      throw new ServerException("Signalbox has not been started in this application");
    }
    return running;
  }
}
