// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import static org.signalbox.library.core.CoreParameter.Form.NUMBER;
import static org.signalbox.library.core.CoreParameter.Form.NUMBER_OR_WORD;
import static org.signalbox.library.core.CoreParameter.Form.SIGNED;
import static org.signalbox.library.core.CoreParameter.Form.SWITCH;
import static org.signalbox.library.core.CoreParameter.Form.TEXT;
import static org.signalbox.library.core.CoreParameter.Form.TEXT_OR_WORD;
import static org.signalbox.library.core.CoreParameter.Form.WORD;
import static org.signalbox.library.core.CoreParameter.Treatment.IGNORED;
import static org.signalbox.library.core.CoreParameter.Treatment.OBEYED;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The global parameters of a file with form, default and treatment (script.md §4.3), observed on
 * Kamailio 5.6.3. Numbers are in Kamailio's units; a switch is 0 or 1 but takes any number.
 */
@SuppressWarnings(
    "ImmutableEnumChecker") // initial is a Long or a String, names an unmodifiable copy
public enum CoreParameter {
  // Logging
  DEBUG(SIGNED, 0, OBEYED),
  LOG_STDERROR(SWITCH, 0, OBEYED),
  LOG_FACILITY(WORD, "LOG_DAEMON", IGNORED),
  LOG_NAME(TEXT, "", IGNORED),
  LOG_COLOR(SWITCH, 0, OBEYED),
  LOG_PREFIX(TEXT, "", OBEYED),
  LOG_PREFIX_MODE(NUMBER, 0, OBEYED),
  CORELOG(SIGNED, -1, IGNORED, "core_log"),
  SIP_PARSER_LOG(SIGNED, -1, IGNORED),
  SIP_PARSER_LOG_ONELINE(SIGNED, 0, IGNORED),
  LATENCY_CFG_LOG(SIGNED, 3, IGNORED),
  LATENCY_LOG(SIGNED, -1, IGNORED),
  LATENCY_LIMIT_ACTION(NUMBER, 0, IGNORED),
  LATENCY_LIMIT_CFG(NUMBER, 0, IGNORED),
  LATENCY_LIMIT_DB(NUMBER, 0, IGNORED),
  LOG_ENGINE_TYPE(TEXT, "", OBEYED),
  LOG_ENGINE_DATA(TEXT, "", OBEYED),
  // Workers
  CHILDREN(NUMBER, 8, OBEYED),
  SOCKET_WORKERS(NUMBER, 0, IGNORED),
  TCP_CHILDREN(NUMBER, 0, OBEYED),
  SCTP_CHILDREN(NUMBER, 0, IGNORED),
  FORK(SWITCH, 1, IGNORED),
  ASYNC_WORKERS(NUMBER, 0, OBEYED),
  ASYNC_WORKERS_GROUP(TEXT, "", OBEYED),
  ASYNC_NONBLOCK(NUMBER, 0, IGNORED),
  ASYNC_USLEEP(NUMBER, 0, IGNORED),
  ASYNC_TKV_GNAME(TEXT, "", OBEYED),
  ASYNC_TKV_EVCB(TEXT, "", OBEYED),
  ROUTE_LOCKS_SIZE(NUMBER, 0, OBEYED),
  WAIT_WORKER1_MODE(NUMBER, 0, IGNORED),
  WAIT_WORKER1_TIME(NUMBER, 4000000, IGNORED),
  WAIT_WORKER1_USLEEP(NUMBER, 100000, IGNORED),
  // Limits of a script
  MAX_WHILE_LOOPS(NUMBER, 100, OBEYED),
  MAX_RECURSIVE_LEVEL(NUMBER, 256, OBEYED),
  MAX_BRANCHES(NUMBER, 12, OBEYED),
  RETURN_MODE(NUMBER, 0, OBEYED),
  PV_BUFFER_SIZE(NUMBER, 8192, IGNORED),
  PV_BUFFER_SLOTS(NUMBER, 10, IGNORED),
  PV_CACHE_LIMIT(NUMBER, 2048, IGNORED),
  PV_CACHE_ACTION(NUMBER, 0, IGNORED),
  MSG_TIME(NUMBER, 1, IGNORED),
  // Addresses
  PORT(NUMBER, 5060, OBEYED),
  AUTO_ALIASES(SWITCH, 1, OBEYED, "auto_domains"),
  ADVERTISED_ADDRESS(TEXT_OR_WORD, "", OBEYED),
  ADVERTISED_PORT(NUMBER, 0, OBEYED),
  MHOMED(SWITCH, 0, OBEYED),
  TOS(NUMBER_OR_WORD, 16, IGNORED),
  IP_FREE_BIND(SIGNED, 0, IGNORED, "ipv6_free_bind"),
  BIND_IPV6_LINK_LOCAL(SWITCH, 0, OBEYED),
  AUTO_BIND_IPV6(SWITCH, 0, OBEYED),
  IPV6_HEX_STYLE(TEXT, "c", IGNORED),
  PMTU_DISCOVERY(NUMBER, 0, IGNORED),
  MCAST(TEXT_OR_WORD, "", IGNORED),
  MCAST_TTL(NUMBER, -1, IGNORED),
  MCAST_LOOPBACK(SWITCH, 0, IGNORED),
  // SIP
  FORCE_RPORT(SWITCH, 0, OBEYED, "add_rport"),
  LOCAL_RPORT(SWITCH, 0, OBEYED),
  SERVER_SIGNATURE(SWITCH, 1, OBEYED),
  SERVER_HEADER(TEXT, "", OBEYED),
  USER_AGENT_HEADER(TEXT, "", OBEYED),
  SIP_WARNING(SWITCH, 0, OBEYED),
  ONSEND_ROUTE_REPLY(SIGNED, 0, OBEYED),
  REPLY_TO_VIA(SWITCH, 0, IGNORED),
  CHECK_VIA(SWITCH, 0, IGNORED),
  DNS(SWITCH, 0, IGNORED),
  REV_DNS(SWITCH, 0, IGNORED),
  PHONE2TEL(SWITCH, 1, IGNORED),
  UDP_MTU(NUMBER, 0, OBEYED),
  UDP_MTU_TRY_PROTO(WORD, "", OBEYED),
  HTTP_REPLY_PARSE(SWITCH, 0, IGNORED, "http_reply_hack"),
  URI_HOST_EXTRA_CHARS(TEXT, "", IGNORED),
  HDR_NAME_EXTRA_CHARS(TEXT, "", IGNORED),
  XAVP_VIA_PARAMS(TEXT, "", OBEYED),
  XAVP_VIA_FIELDS(TEXT, "", OBEYED),
  XAVP_VIA_REPLY_PARAMS(TEXT, "", IGNORED),
  VERSION_TABLE(TEXT, "version", IGNORED),
  SERVER_ID(NUMBER, 0, OBEYED),
  RECEIVED_ROUTE_MODE(SIGNED, 0, OBEYED),
  MSG_RECV_MAX_SIZE(NUMBER, 32767, IGNORED),
  SIP_PARSER_MODE(SIGNED, 1, IGNORED),
  MAXBUFFER(NUMBER, 262144, IGNORED),
  MAXSNDBUFFER(NUMBER, 262144, IGNORED),
  // DNS
  USE_DNS_CACHE(SWITCH, 1, OBEYED),
  USE_DNS_FAILOVER(SWITCH, 0, OBEYED),
  DNS_SRV_LB(SWITCH, 0, OBEYED, "dns_srv_loadbalancing"),
  DNS_TRY_NAPTR(SWITCH, 0, OBEYED),
  DNS_TRY_IPV6(SWITCH, 1, OBEYED),
  DNS_UDP_PREF(SIGNED, 30, OBEYED, "dns_udp_preference"),
  DNS_TCP_PREF(SIGNED, 20, OBEYED, "dns_tcp_preference"),
  DNS_TLS_PREF(SIGNED, 10, OBEYED, "dns_tls_preference"),
  DNS_SCTP_PREF(SIGNED, 20, IGNORED, "dns_sctp_preference"),
  DNS_RETR_TIME(NUMBER, -1, OBEYED),
  DNS_RETR_NO(NUMBER, -1, OBEYED),
  DNS_SERVERS_NO(NUMBER, -1, IGNORED),
  DNS_USE_SEARCH_LIST(SWITCH, 1, OBEYED),
  DNS_SEARCH_FULL_MATCH(SWITCH, 1, IGNORED),
  DNS_NAPTR_IGNORE_RFC(SWITCH, 1, OBEYED),
  DNS_SLOW_QUERY_MS(NUMBER, 0, OBEYED),
  DNS_CACHE_INIT(SWITCH, 1, IGNORED),
  DNS_CACHE_FLAGS(SWITCH, 0, OBEYED),
  DNS_CACHE_NEGATIVE_TTL(SWITCH, 60, OBEYED),
  DNS_CACHE_MIN_TTL(SWITCH, 0, OBEYED),
  DNS_CACHE_MAX_TTL(SWITCH, 2147483647, OBEYED),
  DNS_CACHE_MEM(SWITCH, 500, IGNORED),
  DNS_CACHE_GC_INTERVAL(SWITCH, 120, IGNORED),
  DNS_CACHE_DEL_NONEXP(SWITCH, 0, IGNORED, "dns_cache_delete_nonexpired"),
  DNS_CACHE_REC_PREF(SWITCH, 0, IGNORED),
  USE_DST_BLOCKLIST(SWITCH, 0, OBEYED),
  DST_BLOCKLIST_INIT(SWITCH, 1, IGNORED),
  DST_BLOCKLIST_EXPIRE(SWITCH, 60, OBEYED, "dst_blocklist_ttl"),
  DST_BLOCKLIST_MEM(SWITCH, 250, IGNORED),
  DST_BLOCKLIST_GC_INTERVAL(SWITCH, 60, IGNORED),
  DST_BLOCKLIST_UDP_IMASK(NUMBER, 0, OBEYED),
  DST_BLOCKLIST_TCP_IMASK(NUMBER, 0, OBEYED),
  DST_BLOCKLIST_TLS_IMASK(NUMBER, 0, OBEYED),
  DST_BLOCKLIST_SCTP_IMASK(NUMBER, 0, IGNORED),
  // TCP and TLS
  DISABLE_TCP(SWITCH, 0, OBEYED),
  ENABLE_TLS(SWITCH, 0, OBEYED),
  DISABLE_TLS(SWITCH, 0, IGNORED, "tls_disable"),
  TCP_CONNECTION_LIFETIME(SIGNED, 120, OBEYED),
  TCP_CONNECT_TIMEOUT(SIGNED, 10, OBEYED),
  TCP_SEND_TIMEOUT(SIGNED, 10, OBEYED),
  TCP_WAIT_DATA(SIGNED, 5000, OBEYED),
  TCP_MAX_CONNECTIONS(NUMBER, 2048, OBEYED),
  TLS_MAX_CONNECTIONS(NUMBER, 2048, IGNORED),
  TCP_NO_CONNECT(SWITCH, 0, OBEYED),
  TCP_CONNECT_WAIT(SWITCH, 1, IGNORED),
  TCP_ACCEPT_ALIASES(SWITCH, 0, OBEYED),
  TCP_ALIAS_FLAGS(NUMBER, 1, IGNORED),
  TCP_NEW_CONN_ALIAS_FLAGS(NUMBER, 2, IGNORED),
  TCP_ACCEPT_NO_CL(SWITCH, 0, OBEYED),
  TCP_KEEPALIVE(SWITCH, 1, OBEYED),
  TCP_KEEPIDLE(NUMBER, 0, OBEYED),
  TCP_KEEPINTVL(NUMBER, 0, OBEYED),
  TCP_KEEPCNT(NUMBER, 0, OBEYED),
  TCP_CRLF_PING(SWITCH, 1, OBEYED),
  TCP_RD_BUF_SIZE(NUMBER, 16384, OBEYED),
  TCP_LISTEN_BACKLOG(NUMBER, 1024, OBEYED),
  TCP_CONNECTION_MATCH(NUMBER, 0, IGNORED),
  TCP_ACCEPT_UNIQUE(NUMBER, 0, IGNORED),
  TCP_ACCEPT_HAPROXY(SWITCH, 0, OBEYED),
  TCP_ACCEPT_HEP3(SWITCH, 0, IGNORED),
  TCP_SCRIPT_MODE(SIGNED, 0, IGNORED),
  TCP_REUSE_PORT(SWITCH, 0, IGNORED),
  TCP_CLONE_RCVBUF(NUMBER, 0, IGNORED),
  TCP_MSG_READ_TIMEOUT(NUMBER, 20, OBEYED),
  TCP_MSG_DATA_TIMEOUT(NUMBER, 20, IGNORED),
  TCP_ACCEPT_IPLIMIT(NUMBER, 1024, IGNORED),
  TCP_ACCEPT_PROTOCOLS(TEXT, "", IGNORED),
  TCP_CLOSE_RST(SWITCH, 0, IGNORED),
  TCP_MAIN_THREADS(NUMBER, 0, IGNORED),
  TCP_SOURCE_IPV4(TEXT_OR_WORD, "", IGNORED),
  TCP_SOURCE_IPV6(TEXT_OR_WORD, "", IGNORED),
  TCP_POLL_METHOD(TEXT_OR_WORD, "epoll_lt", IGNORED),
  TCP_ASYNC(SWITCH, 1, IGNORED, "tcp_buf_write"),
  TCP_WQ_MAX(NUMBER, 10485760, OBEYED),
  TCP_WQ_BLK_SIZE(NUMBER, 2100, IGNORED),
  TCP_CONN_WQ_MAX(SWITCH, 32768, OBEYED),
  TCP_FD_CACHE(SWITCH, 1, IGNORED),
  TCP_DEFER_ACCEPT(SWITCH, 0, IGNORED),
  TCP_DELAYED_ACK(SWITCH, 1, IGNORED),
  TCP_SYNCNT(NUMBER, 0, IGNORED),
  TCP_LINGER2(NUMBER, 0, IGNORED),
  TLS_PORT_NO(NUMBER, 5061, IGNORED),
  TLS_METHOD(WORD, "", IGNORED),
  TLS_VERIFY(SWITCH, 0, IGNORED),
  TLS_REQUIRE_CERTIFICATE(SWITCH, 0, IGNORED),
  TLS_CERTIFICATE(TEXT, "", IGNORED),
  TLS_PRIVATE_KEY(TEXT, "", IGNORED),
  TLS_CA_LIST(TEXT, "", IGNORED),
  TLS_HANDSHAKE_TIMEOUT(NUMBER, 120, IGNORED),
  TLS_SEND_TIMEOUT(NUMBER, 120, IGNORED),
  TLS_LOG(NUMBER, 0, IGNORED),
  DISABLE_SCTP(SWITCH, 1, IGNORED),
  ENABLE_SCTP(SWITCH, 0, IGNORED),
  // The operating system; nothing to do inside a JVM
  USER(TEXT_OR_WORD, "", IGNORED, "uid"),
  GROUP(TEXT_OR_WORD, "", IGNORED, "gid"),
  CHROOT(TEXT_OR_WORD, "", IGNORED),
  WORKDIR(TEXT_OR_WORD, "", IGNORED, "wdir"),
  RUNDIR(TEXT_OR_WORD, "", IGNORED, "run_dir"),
  SHM_MEM(NUMBER, 64, IGNORED, "shm_mem_size", "shm"),
  SHM_FORCE_ALLOC(SWITCH, 0, IGNORED),
  MLOCK_PAGES(SWITCH, 0, IGNORED),
  MEMLOG(SIGNED, 3, IGNORED, "mem_log"),
  MEMDBG(SIGNED, 3, IGNORED, "mem_dbg"),
  MEM_SUMMARY(SIGNED, 12, IGNORED),
  MEM_SAFETY(SIGNED, 1, IGNORED),
  MEM_JOIN(SIGNED, 0, IGNORED),
  MEM_ADD_SIZE(NUMBER, 0, IGNORED),
  MEM_STATUS_MODE(SIGNED, 0, IGNORED),
  OPEN_FILES_LIMIT(NUMBER, 0, IGNORED),
  DISABLE_CORE_DUMP(SWITCH, 0, IGNORED),
  REAL_TIME(SWITCH, 0, IGNORED),
  RT_PRIO(SWITCH, 0, IGNORED),
  RT_POLICY(SWITCH, 0, IGNORED),
  RT_FTIMER_PRIO(SWITCH, 0, IGNORED),
  RT_FTIMER_POLICY(SWITCH, 0, IGNORED),
  RT_STIMER_PRIO(SWITCH, 0, IGNORED),
  RT_STIMER_POLICY(SWITCH, 0, IGNORED),
  RT_TIMER1_PRIO(SWITCH, 0, IGNORED),
  RT_TIMER1_POLICY(SWITCH, 0, IGNORED),
  RT_TIMER2_PRIO(SWITCH, 0, IGNORED),
  RT_TIMER2_POLICY(SWITCH, 0, IGNORED),
  EXIT_TIMEOUT(NUMBER, 60, IGNORED, "ser_kill_timeout"),
  FORK_DELAY(NUMBER, 0, IGNORED),
  MODINIT_DELAY(NUMBER, 0, IGNORED),
  STATS_NAME_SEPARATOR(TEXT, "_", IGNORED),
  SQL_BUFFER_SIZE(NUMBER, 65535, IGNORED),
  MSG_CLONE_EXTRA_SIZE(NUMBER, 0, IGNORED),
  UDP4_RAW(SIGNED, 0, IGNORED),
  UDP4_RAW_MTU(NUMBER, 1500, IGNORED),
  UDP4_RAW_TTL(NUMBER, -1, IGNORED),
  UDP_RECEIVER_MODE(NUMBER, 0, IGNORED),
  VERBOSE_STARTUP(SWITCH, 0, IGNORED),
  RPC_EXEC_DELTA(NUMBER, 0, OBEYED),
  RPC_EXEC_LOCKS(NUMBER, 0, OBEYED),
  RPC_EXEC_LOCKS_MODE(NUMBER, 0, OBEYED),
  CFGENGINE(TEXT, "native", OBEYED);

  /** What may stand behind the equals sign. */
  public enum Form {
    /** A number that is not negative. */
    NUMBER("number expected"),
    /** A number. */
    SIGNED("int value expected"),
    /** {@code yes}, {@code no} or a number that is not negative. */
    SWITCH("boolean value expected"),
    /** A quoted text. */
    TEXT("string value expected"),
    /** A quoted text or a bare word. */
    TEXT_OR_WORD("string value expected"),
    /** A bare word. */
    WORD("ID expected"),
    /** A number or the name of one. */
    NUMBER_OR_WORD("number expected");

    private final String complaint;

    Form(String complaint) {
      this.complaint = complaint;
    }

    /** What is said about any other value. */
    String complaint() {
      return complaint;
    }
  }

  /** What Signalbox does with it. */
  public enum Treatment {
    /** It has its effect, or the nearest one inside a JVM. */
    OBEYED,
    /** It is accepted, because files have it, and does nothing. */
    IGNORED
  }

  /** Names that 5.6.3 does not reserve: routes may be called so. */
  private static final Set<CoreParameter> NEWER =
      Set.of(
          ASYNC_TKV_GNAME,
          ASYNC_TKV_EVCB,
          RETURN_MODE,
          XAVP_VIA_REPLY_PARAMS,
          MSG_RECV_MAX_SIZE,
          MAXSNDBUFFER,
          TCP_CONNECT_WAIT,
          TCP_ALIAS_FLAGS,
          TCP_NEW_CONN_ALIAS_FLAGS,
          TCP_LISTEN_BACKLOG,
          TCP_MSG_READ_TIMEOUT,
          TCP_MSG_DATA_TIMEOUT,
          TCP_ACCEPT_IPLIMIT,
          TCP_ACCEPT_PROTOCOLS,
          TCP_CLOSE_RST,
          TCP_MAIN_THREADS,
          MEM_ADD_SIZE,
          MSG_CLONE_EXTRA_SIZE,
          UDP_RECEIVER_MODE,
          RPC_EXEC_DELTA,
          RPC_EXEC_LOCKS,
          RPC_EXEC_LOCKS_MODE);

  private static final Map<String, CoreParameter> BY_NAME = new HashMap<>();

  static {
    for (CoreParameter parameter : values()) {
      parameter.names.forEach(name -> BY_NAME.put(name, parameter));
    }
  }

  private final Form form;
  private final Object initial;
  private final Treatment treatment;
  private final List<String> names;

  CoreParameter(Form form, Object initial, Treatment treatment, String... others) {
    this.form = form;
    this.initial = initial instanceof Integer number ? (Object) number.longValue() : initial;
    this.treatment = treatment;
    List<String> all = new ArrayList<>(List.of(others));
    all.add(0, name().toLowerCase(Locale.ROOT));
    this.names = List.copyOf(all);
  }

  /** The parameter of that name. */
  static Optional<CoreParameter> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** Every name, for suggestions. */
  static Set<String> allNames() {
    return Set.copyOf(BY_NAME.keySet());
  }

  /** Its names; the first is the usual one. */
  public List<String> names() {
    return names;
  }

  /** What may stand behind the equals sign. */
  public Form form() {
    return form;
  }

  /** The value without a line in the file: a Long or a String. */
  Object initial() {
    return initial;
  }

  /** What Signalbox does with it. */
  public Treatment treatment() {
    return treatment;
  }

  /** Whether its name can name nothing else in a file. */
  public boolean reserved() {
    return !NEWER.contains(this);
  }
}
