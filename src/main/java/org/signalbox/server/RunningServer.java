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
import org.signalbox.rpc.RpcRegistry;
import org.signalbox.transport.ConnectionTable;

/** Offers the parts of the running server to {@code @Inject}. */
@ApplicationScoped
public class RunningServer {
  private volatile @Nullable SignalboxServer server;
  private volatile @Nullable ScriptReload reload;

  void is(SignalboxServer made, ScriptReload script) {
    reload = script;
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

  /** The stream connections. */
  public ConnectionTable connections() {
    return running().connections();
  }

  /** The commands that operators may give. */
  public RpcRegistry commands() {
    return running().commands();
  }

  /** The configuration file in force, and how to read it anew. */
  public ScriptReload script() {
    ScriptReload script = reload;
    if (script == null) {
      throw notStarted();
    }
    return script;
  }

  private static ServerException notStarted() {
    return new ServerException("Signalbox has not been started in this application");
  }

  private SignalboxServer running() {
    SignalboxServer running = server;
    if (running == null) {
      throw notStarted();
    }
    return running;
  }
}
