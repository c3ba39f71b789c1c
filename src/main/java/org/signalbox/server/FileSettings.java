// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.signalbox.library.core.Configuration;
import org.signalbox.library.core.CoreParameter;
import org.signalbox.library.core.CoreParameters;
import org.signalbox.library.core.ListenAddress;
import org.signalbox.library.tm.TmModule;
import org.signalbox.library.tm.TmParameters;
import org.signalbox.module.Parameter;
import org.signalbox.module.ParameterValues;
import org.signalbox.module.UserAgent;
import org.signalbox.resolver.AddressFamilies;
import org.signalbox.resolver.DnsCacheSettings;
import org.signalbox.resolver.DnsQuerySettings;
import org.signalbox.resolver.PointerUse;
import org.signalbox.resolver.ResolverSettings;
import org.signalbox.routing.BlocklistSettings;
import org.signalbox.routing.LogSink;
import org.signalbox.routing.RoutingSettings;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.transaction.TransactionTimers;
import org.signalbox.transport.ListenerSettings;
import org.signalbox.transport.TcpParameter;
import org.signalbox.transport.TcpParameters;
import org.signalbox.transport.TransportSettings;

/** What a configuration file means to each room of the engine. */
final class FileSettings {
  /** Where messages seem to come from that nobody has sent: timers and events. */
  static final ReceiveInfo NOWHERE = nowhere();

  private static final int MOST_THREADS = 1024;

  private final Configuration configuration;
  private final CoreParameters core;

  FileSettings(Configuration configuration) {
    this.configuration = configuration;
    this.core = configuration.parameters();
  }

  private static ReceiveInfo nowhere() {
    InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 5060);
    ListeningPoint point =
        new ListeningPoint(0, TransportProtocol.UDP, loopback, null, "127.0.0.1", 5060);
    return new ReceiveInfo(point, loopback, loopback, 0);
  }

  TransportSettings transport() {
    int children = threads(CoreParameter.CHILDREN);
    int tcpChildren =
        core.given(CoreParameter.TCP_CHILDREN) ? threads(CoreParameter.TCP_CHILDREN) : children;
    return new TransportSettings(
        configuration.listens().stream().map(FileSettings::listener).toList(),
        children,
        tcpChildren,
        TransportSettings.RECEIVE_BUFFER,
        tcp());
  }

  /** How many threads serve a socket; Kamailio accepts 0 and means one. */
  private int threads(CoreParameter parameter) {
    return Math.max(1, Math.min(MOST_THREADS, core.integer(parameter)));
  }

  private static ListenerSettings listener(ListenAddress listen) {
    return new ListenerSettings(
        listen.protocol(),
        listen.address(),
        listen.name(),
        listen.advertisedHost(),
        listen.advertisedPort());
  }

  /** The {@code tcp_*} lines of the file; both rooms know them by the file's names. */
  private TcpParameters tcp() {
    TcpParameters tcp = new TcpParameters();
    for (CoreParameter parameter : CoreParameter.values()) {
      if (core.given(parameter)) {
        parameter.names().stream()
            .filter(name -> name.startsWith("tcp_"))
            .flatMap(name -> TcpParameter.named(name).stream())
            .filter(known -> !tcp.set(known, core.integer(parameter)))
            .forEach(
                known ->
                    ServerLog.LOG.outOfRange(
                        "tcp_" + known.parameterName(), core.number(parameter), known.initial()));
      }
    }
    return tcp;
  }

  ResolverSettings resolver() {
    ResolverSettings defaults = ResolverSettings.DEFAULTS;
    return new ResolverSettings(
        queries(defaults.queries()),
        cache(defaults.cache()),
        families(),
        core.on(CoreParameter.DNS_TRY_NAPTR) ? spoken() : defaults.services(),
        pointers(),
        core.on(CoreParameter.DNS_SRV_LB),
        defaults.hosts());
  }

  private AddressFamilies families() {
    int flags = core.integer(CoreParameter.DNS_CACHE_FLAGS);
    if ((flags & 1) != 0 || !core.on(CoreParameter.DNS_TRY_IPV6)) {
      return AddressFamilies.IPV4_ONLY;
    }
    return (flags & 2) != 0
        ? AddressFamilies.IPV6_ONLY
        : (flags & 4) != 0 ? AddressFamilies.IPV6_FIRST : AddressFamilies.IPV4_FIRST;
  }

  private PointerUse pointers() {
    if (!core.on(CoreParameter.DNS_TRY_NAPTR)) {
      return PointerUse.NONE;
    }
    return core.on(CoreParameter.DNS_NAPTR_IGNORE_RFC)
        ? PointerUse.OWN_ORDER
        : PointerUse.THEIR_ORDER;
  }

  /** What the file listens for and does not forbid, the preferred first. */
  private List<TransportProtocol> spoken() {
    Map<TransportProtocol, Integer> preferences =
        Map.of(
            TransportProtocol.UDP, core.integer(CoreParameter.DNS_UDP_PREF),
            TransportProtocol.TCP, core.integer(CoreParameter.DNS_TCP_PREF),
            TransportProtocol.TLS, core.integer(CoreParameter.DNS_TLS_PREF));
    return configuration.listens().stream()
        .map(ListenAddress::protocol)
        .distinct()
        .filter(protocol -> preferences.getOrDefault(protocol, -1) >= 0)
        .sorted(Comparator.comparing(preferences::get, Comparator.reverseOrder()))
        .toList();
  }

  private DnsQuerySettings queries(DnsQuerySettings defaults) {
    Duration attempt =
        core.number(CoreParameter.DNS_RETR_TIME) > 0
            ? core.seconds(CoreParameter.DNS_RETR_TIME)
            : defaults.attempt();
    int attempts =
        core.integer(CoreParameter.DNS_RETR_NO) > 0
            ? core.integer(CoreParameter.DNS_RETR_NO)
            : defaults.attempts();
    return new DnsQuerySettings(
        defaults.servers(),
        defaults.deadline(),
        attempt,
        attempts,
        defaults.maxInFlight(),
        core.on(CoreParameter.DNS_USE_SEARCH_LIST),
        Duration.ofMillis(core.number(CoreParameter.DNS_SLOW_QUERY_MS)));
  }

  private DnsCacheSettings cache(DnsCacheSettings defaults) {
    return new DnsCacheSettings(
        core.seconds(CoreParameter.DNS_CACHE_NEGATIVE_TTL),
        defaults.failureTtl(),
        core.seconds(CoreParameter.DNS_CACHE_MIN_TTL),
        core.given(CoreParameter.DNS_CACHE_MAX_TTL)
            ? core.seconds(CoreParameter.DNS_CACHE_MAX_TTL)
            : defaults.maxTtl(),
        core.on(CoreParameter.USE_DNS_CACHE) ? defaults.maxEntries() : 0);
  }

  RoutingSettings routing() {
    return new RoutingSettings(
        core.on(CoreParameter.RECEIVED_ROUTE_MODE),
        core.integer(CoreParameter.ROUTE_LOCKS_SIZE),
        core.on(CoreParameter.ONSEND_ROUTE_REPLY),
        core.on(CoreParameter.FORCE_RPORT),
        core.on(CoreParameter.LOCAL_RPORT),
        core.integer(CoreParameter.UDP_MTU),
        TransportProtocol.of(core.text(CoreParameter.UDP_MTU_TRY_PROTO)),
        core.on(CoreParameter.MHOMED),
        core.on(CoreParameter.USE_DNS_FAILOVER));
  }

  BlocklistSettings blocklist() {
    return new BlocklistSettings(
        core.on(CoreParameter.USE_DST_BLOCKLIST),
        core.seconds(CoreParameter.DST_BLOCKLIST_EXPIRE),
        Map.of(
            TransportProtocol.UDP, core.integer(CoreParameter.DST_BLOCKLIST_UDP_IMASK),
            TransportProtocol.TCP, core.integer(CoreParameter.DST_BLOCKLIST_TCP_IMASK),
            TransportProtocol.TLS, core.integer(CoreParameter.DST_BLOCKLIST_TLS_IMASK)));
  }

  /** The values of {@code tm}, if the file loads it. */
  TransactionTimers transactions() {
    return configuration
        .modules()
        .find(TmModule.class)
        .map(tm -> timers(configuration.modules().parameters(tm)))
        .orElse(TransactionTimers.DEFAULT);
  }

  private static TransactionTimers timers(ParameterValues tm) {
    return TransactionTimers.DEFAULT
        .withRetransmission(
            millis(tm, TmParameters.RETR_TIMER1), millis(tm, TmParameters.RETR_TIMER2))
        .withFinalResponse(millis(tm, TmParameters.FR_TIMER), millis(tm, TmParameters.FR_INV_TIMER))
        .withLinger(millis(tm, TmParameters.WT_TIMER))
        .withLifetime(
            millis(tm, TmParameters.MAX_NONINV_LIFETIME),
            millis(tm, TmParameters.MAX_INV_LIFETIME));
  }

  /** At least one millisecond: Kamailio rounds up to its next tick. */
  private static Duration millis(ParameterValues values, Parameter<Long> parameter) {
    return Duration.ofMillis(Math.max(1, values.value(parameter)));
  }

  /** Where scripts log to, and in which form. */
  LogSink scriptLog() {
    boolean stderr = core.on(CoreParameter.LOG_STDERROR);
    LineForm form =
        core.text(CoreParameter.LOG_ENGINE_TYPE).equals("json")
            ? JsonForm.of(core.text(CoreParameter.LOG_ENGINE_DATA))
            : stderr ? new StderrForm(core.on(CoreParameter.LOG_COLOR)) : LineForm.PLAIN;
    return stderr ? new StderrLines(form) : new ScriptLines(form);
  }

  UserAgent userAgent() {
    if (!core.on(CoreParameter.SERVER_SIGNATURE)) {
      return new UserAgent("");
    }
    String line = core.text(CoreParameter.USER_AGENT_HEADER);
    return line.isEmpty() ? UserAgent.DEFAULT : new UserAgent(line);
  }
}
