// SPDX-License-Identifier: Apache-2.0
package org.signalbox.tcpops;

import static org.signalbox.module.Functions.ANY;
import static org.signalbox.module.Functions.REQUEST_REPLY;
import static org.signalbox.module.Preparations.number;
import static org.signalbox.module.Preparations.text;
import static org.signalbox.script.FunctionSignature.ParameterKind.INTEGER;
import static org.signalbox.script.FunctionSignature.ParameterKind.TEXT;
import static org.signalbox.script.FunctionSignature.ParameterKind.VARIABLE;

import org.jspecify.annotations.Nullable;
import org.signalbox.module.Bindings;
import org.signalbox.module.Exports;
import org.signalbox.module.Functions;
import org.signalbox.module.Parameter;
import org.signalbox.module.ParameterValues;
import org.signalbox.module.Port;
import org.signalbox.module.SignalboxModule;
import org.signalbox.routing.NextHops;
import org.signalbox.routing.Routing;
import org.signalbox.script.plan.ScriptFunction;
import org.signalbox.transport.ConnectionListeners;
import org.signalbox.transport.ConnectionTable;
import org.signalbox.worker.WorkerGroups;

/** The export table of {@code tcpops} (tcpops.md §3 to §6). */
public final class TcpopsModule implements SignalboxModule {
  /** Whose end is told: 0 nobody's, 1 everybody's, 2 that of marked connections. */
  public static final Parameter<Long> CLOSED_EVENT =
      Parameter.integer("closed_event", 1, TcpopsModule::closedEventProblem);

  /**
   * Where it has a value, no event route runs: the end of connections is told by the CDI event
   * {@link TcpConnectionClosed} alone.
   */
  public static final Parameter<String> EVENT_CALLBACK = Parameter.text("event_callback", "");

  private final Port<ConnectionTable> table = Port.to(ConnectionTable.class);
  private final Port<Routing> routing = Port.to(Routing.class);
  private final Port<WorkerGroups> workers = Port.to(WorkerGroups.class);
  private final Port<NextHops> hops = Port.to(NextHops.class);
  private final Subject subject = new Subject(table);
  private final Lookup lookup = new Lookup(table, hops);
  private final ClosedEvents events = new ClosedEvents(routing, workers);
  private final Steering steering = new Steering(events);
  private @Nullable ConnectionListeners listeners;

  @Override
  public String name() {
    return "tcpops";
  }

  @Override
  public Exports exports() {
    return Exports.builder()
        .parameters(CLOSED_EVENT, EVENT_CALLBACK)
        .functions(ofTheSource())
        .functions(ofAnyConnection())
        .functions(
            Functions.of("tcp_con_alive", ANY, text(lookup::alive), TEXT),
            Functions.of("tcp_get_conid", ANY, lookup::conid, TEXT, VARIABLE),
            Functions.of("tcp_set_otcpid", ANY, number(OutgoingChoice::conid), INTEGER),
            Functions.of("tcp_set_otcpid_flag", ANY, number(OutgoingChoice::flag), INTEGER))
        .variables(new TcpVariables(subject).family())
        .eventRoutes(ClosedEvents.CLOSED, ClosedEvents.TIMEOUT, ClosedEvents.RESET)
        .build();
  }

  /** Without an id, the connection that the message came over is meant. */
  private ScriptFunction[] ofTheSource() {
    return new ScriptFunction[] {
      Functions.of("tcp_conid_alive", REQUEST_REPLY, subject.source(steering::alive)),
      Functions.of("tcp_conid_state", REQUEST_REPLY, subject.source(steering::state)),
      Functions.of(
          "tcp_keepalive_enable",
          REQUEST_REPLY,
          subject.source(steering::keepalive, "idle", "count", "interval"),
          INTEGER,
          INTEGER,
          INTEGER),
      Functions.of("tcp_keepalive_disable", REQUEST_REPLY, subject.source(steering::noKeepalive)),
      Functions.of(
          "tcp_set_connection_lifetime",
          REQUEST_REPLY,
          subject.source(steering::lifetime, "lifetime"),
          INTEGER),
      Functions.of("tcp_enable_closed_event", REQUEST_REPLY, subject.source(steering::closedEvent)),
      Functions.of("tcp_close_connection", ANY, subject.source(steering::close)),
    };
  }

  private ScriptFunction[] ofAnyConnection() {
    return new ScriptFunction[] {
      Functions.of("tcp_conid_alive", ANY, subject.any(steering::alive), INTEGER),
      Functions.of("tcp_conid_state", ANY, subject.any(steering::state), INTEGER),
      Functions.of(
          "tcp_keepalive_enable",
          ANY,
          subject.any(steering::keepalive, "idle", "count", "interval"),
          INTEGER,
          INTEGER,
          INTEGER,
          INTEGER),
      Functions.of("tcp_keepalive_disable", ANY, subject.any(steering::noKeepalive), INTEGER),
      Functions.of(
          "tcp_set_connection_lifetime",
          ANY,
          subject.any(steering::lifetime, "lifetime"),
          INTEGER,
          INTEGER),
      Functions.of("tcp_enable_closed_event", ANY, subject.any(steering::closedEventOf), INTEGER),
      Functions.of("tcp_close_connection", ANY, subject.any(steering::close), INTEGER),
    };
  }

  @Override
  public void init(ParameterValues parameters, Bindings bindings) {
    table.connect(bindings);
    routing.connect(bindings);
    workers.connect(bindings);
    hops.connect(bindings);
    events.tell(
        ClosedEventMode.of(parameters.value(CLOSED_EVENT)),
        parameters.value(EVENT_CALLBACK).isEmpty());
  }

  @Override
  public void start(Bindings bindings) {
    ConnectionListeners ends = bindings.require(ConnectionListeners.class);
    listeners = ends;
    ends.add(events);
  }

  @Override
  public void destroy() {
    ConnectionListeners ends = listeners;
    if (ends != null) {
      ends.remove(events);
    }
  }

  /** Where the end of connections is told. */
  ClosedEvents events() {
    return events;
  }

  private static @Nullable String closedEventProblem(long value) {
    return value >= 0 && value <= 2 ? null : "must be 0 (disabled), 1 (enabled) or 2 (manual)";
  }
}
