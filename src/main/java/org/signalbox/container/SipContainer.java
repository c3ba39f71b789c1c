// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.servlet.ServletContext;
import javax.servlet.ServletException;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipSessionsUtil;
import javax.servlet.sip.SipURI;
import javax.servlet.sip.TimerService;
import org.signalbox.transaction.TransactionUser;

/**
 * One SIP application in service: its servlets, listeners, sessions and timers.
 *
 * <p>Start it before the first message is received, close it after the last; both on one thread.
 */
public final class SipContainer implements AutoCloseable {
  /** Context parameter: {@code true} gives every request a transaction (docs/decisions/0005). */
  public static final String STATEFUL = "org.signalbox.container.stateful";

  /** Context parameter: how many application sessions there may be; one million unless it says. */
  public static final String MOST_SESSIONS = "org.signalbox.container.maxSessions";

  private static final int MOST_SESSIONS_DEFAULT = 1_000_000;

  private final ContainerCore core;
  private final UserAgentServer server;
  private final SipFactory factory;
  private final SipSessionsUtil lookup;
  private final TimerService timers;

  /**
   * @param application what {@code sip.xml} declares
   * @param instances creates its servlets and listeners
   * @param ports what the house gives
   */
  public SipContainer(
      SipApplication application, ServletInstances instances, ContainerPorts ports) {
    Listeners listeners = new Listeners();
    ServletTable servlets = new ServletTable(application, instances, listeners);
    ApplicationContext context = new ApplicationContext(application, ports, listeners, servlets);
    SessionTable sessions =
        new SessionTable(application, listeners, ports, mostSessions(application));
    boolean stateful = Boolean.parseBoolean(application.contextParameters().get(STATEFUL));
    core =
        new ContainerCore(
            application, ports, context, servlets, sessions, listeners, new Tags(), stateful);
    server = new UserAgentServer(core);
    factory = new MessageFactory(core, new UserAgentClient(core));
    lookup = new SessionLookup(sessions);
    timers = new WheelTimerService(sessions);
  }

  private static int mostSessions(SipApplication application) {
    int most = Numbers.orMinusOne(application.contextParameters().get(MOST_SESSIONS));
    return most < 0 ? MOST_SESSIONS_DEFAULT : most;
  }

  /**
   * Creates listeners and servlets and begins to accept requests.
   *
   * @throws ServletException when one of them cannot be created or initialised; what was created is
   *     destroyed again
   */
  public void start() throws ServletException {
    publish(core.context());
    try {
      core.servlets().start(core.context());
    } catch (ServletException | RuntimeException | Error failure) {
      core.servlets().stop(core.context());
      throw failure;
    }
    server.open(true);
    ContainerLog.LOG.started(core.application().name(), core.application().servlets().size());
  }

  private void publish(ServletContext context) {
    context.setAttribute(SipServlet.SIP_FACTORY, factory);
    context.setAttribute(SipServlet.SIP_SESSIONS_UTIL, lookup);
    context.setAttribute(SipServlet.TIMER_SERVICE, timers);
    context.setAttribute(SipServlet.SUPPORTED, List.of());
    context.setAttribute(SipServlet.SUPPORTED_RFCs, List.of("3261", "3581", "5626", "6026"));
    context.setAttribute(SipServlet.OUTBOUND_INTERFACES, outboundInterfaces());
  }

  private List<SipURI> outboundInterfaces() {
    List<SipURI> all = new ArrayList<>();
    core.ports()
        .listeningPoints()
        .get()
        .forEach(point -> all.add(new EditableSipUri(Contacts.uri(point))));
    return Collections.unmodifiableList(all);
  }

  /** Refuses requests from now on, ends every session and destroys servlets and listeners. */
  @Override
  public void close() {
    server.open(false);
    server.quiesce();
    core.sessions().close();
    core.servlets().stop(core.context());
    ContainerLog.LOG.stopped(core.application().name());
  }

  /** Who gets what the transaction layer does not keep to itself. */
  public TransactionUser transactionUser() {
    return server;
  }

  /** Whether the application declares a servlet of that name. */
  public boolean has(String servlet) {
    return core.servlets().named(servlet) != null;
  }

  /** The {@code ServletContext} of the application. */
  public ServletContext context() {
    return core.context();
  }

  public SipFactory factory() {
    return factory;
  }

  public SipSessionsUtil sessions() {
    return lookup;
  }

  public TimerService timers() {
    return timers;
  }
}
