// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.signalbox.module.Port;
import org.signalbox.module.RuntimeGroup;
import org.signalbox.routing.Globals;
import org.signalbox.routing.LogSink;
import org.signalbox.statistics.HeapUse;

/** The global parameters that Kamailio shows here; what acts at start only cannot be changed. */
final class CoreGroup implements RuntimeGroup {
  private static final int ALERT = -5;

  /** Writing to one of these has an effect and leaves no value. */
  private static final String DUMP = "mem_dump_";

  private static final Map<String, String> DESCRIPTIONS = new LinkedHashMap<>();

  static {
    describe("debug", "how much is logged: -3 nothing, 3 everything");
    describe("memlog", "how memory is logged");
    describe("mem_summary", "how memory is logged");
    describe("mem_dump_pkg", "writes the use of the heap to the log, whatever is set");
    describe("mem_dump_shm", "the same: there is one heap");
    describe("sip_warning", "whether replies carry a Warning");
    describe("server_id", "what $sid shows");
    describe("server_signature", "whether replies carry a Server header");
    describe("log_facility", "for syslog");
    describe("udp_mtu", "the most bytes a request over UDP may have");
    describe("udp_mtu_try_proto", "what larger ones are sent over");
    describe("force_rport", "whether replies return to the port of the request");
    describe("max_while_loops", "how often a loop of the script runs");
    describe("latency_log", "the level of slow requests");
    describe("latency_cfg_log", "the level of slow routes");
    describe("latency_limit_action", "from how many microseconds an action is slow");
    describe("latency_limit_db", "from how many microseconds a query is slow");
    describe("use_dns_cache", "whether answers of name servers are kept");
    describe("use_dns_failover", "whether the next address is tried");
    describe("dns_srv_lb", "whether weights of SRV records count");
    describe("dns_try_naptr", "whether NAPTR records are asked for");
    describe("dns_try_ipv6", "whether AAAA records are asked for");
    describe("dns_udp_pref", "how much NAPTR for UDP is preferred");
    describe("dns_tcp_pref", "how much NAPTR for TCP is preferred");
    describe("dns_tls_pref", "how much NAPTR for TLS is preferred");
    describe("dns_retr_time", "seconds until a name server is asked again");
    describe("dns_retr_no", "how often it is asked again");
    describe("dns_cache_negative_ttl", "seconds that a missing name is kept");
    describe("dns_cache_min_ttl", "seconds that an answer is kept at least");
    describe("dns_cache_max_ttl", "seconds that an answer is kept at most");
  }

  private final RunningFile file;
  private final Port<Globals> globals;
  private final Port<LogSink> log;

  CoreGroup(RunningFile file, Port<Globals> globals, Port<LogSink> log) {
    this.file = file;
    this.globals = globals;
    this.log = log;
  }

  private static void describe(String name, String text) {
    DESCRIPTIONS.put(name, text);
  }

  @Override
  public String name() {
    return "core";
  }

  @Override
  public List<String> names() {
    return List.copyOf(DESCRIPTIONS.keySet());
  }

  @Override
  public boolean number(String name) {
    return name.startsWith(DUMP)
        || CoreParameter.named(name).orElseThrow().initial() instanceof Long;
  }

  @Override
  public String description(String name) {
    String text = DESCRIPTIONS.getOrDefault(name, "");
    if (name.startsWith(DUMP)) {
      return text;
    }
    CoreParameter parameter = CoreParameter.named(name).orElseThrow();
    if (parameter.treatment() == CoreParameter.Treatment.IGNORED) {
      return text + "; has no effect here";
    }
    return CoreGlobals.CHANGEABLE.contains(parameter) ? text : text + "; fixed at start";
  }

  @Override
  public Object value(int instance, String name) {
    if (name.startsWith(DUMP)) {
      return 0L;
    }
    return number(name) ? (Object) globals.get().integer(name) : globals.get().text(name);
  }

  @Override
  public boolean takes(int instance, String name, Object value) {
    return instance == ITSELF
        && (name.startsWith(DUMP)
            || (value instanceof Long
                && CoreGlobals.CHANGEABLE.contains(CoreParameter.named(name).orElseThrow())));
  }

  @Override
  public boolean change(int instance, String name, Object value) {
    if (!takes(instance, name, value)) {
      return false;
    }
    if (!name.startsWith(DUMP)) {
      return globals.get().change(name, (Long) value);
    }
    String memory = name.substring(DUMP.length());
    log.get().line(ALERT, "", "Memory still-in-use summary (" + memory + "):");
    log.get().line(ALERT, "", HeapUse.now().summary());
    return true;
  }

  @Override
  public void reset(int instance) {
    for (CoreParameter parameter : CoreGlobals.CHANGEABLE) {
      globals.get().change(parameter.names().get(0), file.now().parameters().number(parameter));
    }
  }
}
