// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.signalbox.module.Bindings;
import org.signalbox.resolver.AddressFamilies;
import org.signalbox.resolver.DnsCacheSettings;
import org.signalbox.resolver.DnsMemory;
import org.signalbox.resolver.DnsQuerySettings;
import org.signalbox.resolver.DnsResolver;
import org.signalbox.resolver.Location;
import org.signalbox.resolver.NextHop;
import org.signalbox.resolver.PointerUse;
import org.signalbox.resolver.ResolverRuntime;
import org.signalbox.resolver.ResolverSettings;
import org.signalbox.routing.Globals;
import org.signalbox.rpc.JsonRpc;
import org.signalbox.rpc.RpcCommand;
import org.signalbox.rpc.RpcRegistry;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.statistics.Statistics;
import org.signalbox.testkit.FakeDns;
import org.signalbox.testkit.ManualTime;

/** The commands {@code dns.*} and a real resolver. */
class DnsCommandsTest {
  private final ManualTime time = new ManualTime();
  private final FakeDns dns = new FakeDns();
  private final RpcRegistry registry = new RpcRegistry();
  private DnsResolver resolver;

  @BeforeEach
  void build() {
    resolver = resolver(DnsCacheSettings.DEFAULTS);
    offer(registry, resolver);
  }

  private DnsResolver resolver(DnsCacheSettings cache) {
    return new DnsResolver(
        new ResolverSettings(
            new DnsQuerySettings(
                List.of(dns.address()),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                1,
                100,
                false,
                Duration.ZERO),
            cache,
            AddressFamilies.IPV4_FIRST,
            List.of(TransportProtocol.UDP),
            PointerUse.NONE,
            false,
            Path.of("/dev/null")),
        new ResolverRuntime(time, time.wheel(), Runnable::run, new Statistics()));
  }

  private static void offer(RpcRegistry registry, DnsResolver resolver) {
    DnsCommands commands = new DnsCommands();
    commands.connect(
        new Bindings()
            .bind(DnsMemory.class, resolver.memory())
            .bind(Globals.class, new CoreGlobals(CoreParameters.DEFAULTS)));
    for (RpcCommand command : commands.all()) {
      registry.register(command);
    }
    registry.open(true);
  }

  @AfterEach
  void end() throws InterruptedException {
    resolver.close();
    dns.close();
  }

  private String ask(String method, String parameters) {
    return ask(registry, method, parameters);
  }

  private static String ask(RpcRegistry registry, String method, String parameters) {
    return new JsonRpc(registry, JsonRpc.Manners.KAMAILIO, false)
        .call(
            "{\"jsonrpc\":\"2.0\",\"method\":\"%s\",\"params\":[%s]}".formatted(method, parameters),
            command -> true)
        .body()
        .replace("{\"jsonrpc\":\"2.0\",\"result\":", "")
        .replaceFirst("}$", "");
  }

  private String located(String host) {
    Location[] found = new Location[1];
    resolver.locate(
        new NextHop(host, 5060, TransportProtocol.UDP, false), answer -> found[0] = answer);
    return String.valueOf(found[0]);
  }

  /** rpc.md, case 68; runtime.md, case 63. */
  @Test
  void anAddressThatIsAddedIsWhatMessagesFind() {
    assertThat(ask("dns.add_a", "\"a.example.test\",60,\"192.0.2.1\",0")).isEqualTo("{}");
    assertThat(ask("dns.lookup", "\"A\",\"a.example.test\""))
        .startsWith("{\"name\":\"a.example.test\",\"type\":\"A\",\"size_bytes\":")
        .contains("\"permanent\":\"no\",\"expires\":60,")
        .endsWith(
            "\"records\":[{\"rr_idx\":0,\"rr_ip\":\"192.0.2.1\",\"rr_permanent\":\"no\","
                + "\"rr_expires\":60}]}");
    ask("dns.add_aaaa", "\"a.example.test\",60,\"2001:db8::1\",0");
    assertThat(located("A.example.test")).contains("192.0.2.1", "2001:db8:0:0:0:0:0:1");
    time.advance(Duration.ofSeconds(61));
    assertThat(ask("dns.view", "")).isEqualTo("[]");
  }

  @Test
  void aNameIsLookedUpAndWhatIsNotThereIsRemembered() {
    dns.knows("gw.example. 60 IN A 127.0.0.2");
    assertThat(ask("dns.lookup", "\"a\",\"gw.example\"")).contains("\"rr_ip\":\"127.0.0.2\"");
    assertThat(ask("dns.lookup", "\"A\",\"nosuch.example\""))
        .contains("\"negative_entry\":\"yes\",\"records\":[]");
    assertThat(ask("dns.debug", "")).contains("\"gw.example\",\"A\",1");
    assertThat(ask("dns.mem_info", "")).isEqualTo("512000");
  }

  /** rpc.md, case 69. */
  @Test
  void whatCannotBeIsRefused() {
    assertThat(ask("dns.lookup", "\"XX\",\"h\"")).contains("400", "Invalid type");
    assertThat(ask("dns.lookup", "\"CNAME\",\"h\"")).contains("400", "Not found");
    assertThat(ask("dns.lookup", "\"A\",\"not a name\"")).contains("400", "Not found");
    assertThat(ask("dns.add_a", "\"a.example\",60,\"2001:db8::1\",0")).contains("Malformed ip");
    assertThat(ask("dns.add_a", "\"a.example\",60,\"nobody\",0")).contains("Malformed ip");
    assertThat(ask("dns.add_a", "\"a example\",60,\"192.0.2.1\",0")).contains("Malformed name");
    assertThat(ask("dns.add_a", "\"a.example\",60,\"192.0.2.1\"")).contains("400");
    assertThat(ask("dns.add_srv", "\"_sip._udp.a\",60,1,1,70000,\"b\",0")).contains("65535");
    assertThat(ask("dns.view", "")).isEqualTo("[]");
  }

  /** rpc.md, case 70. */
  @Test
  void whatIsPermanentStaysUntilItIsForgottenByForce() {
    ask("dns.add_srv", "\"_sip._udp.a.example\",60,10,20,5070,\"b.example\",1");
    ask("dns.add_a", "\"a.example\",60,\"192.0.2.1\",0");
    ask("dns.add_a", "\"a.example\",60,\"192.0.2.2\",0");
    assertThat(ask("dns.delete_all", "")).isEqualTo("{\"status\":\"ok\"}");
    time.advance(Duration.ofDays(1));
    assertThat(ask("dns.view", ""))
        .startsWith("[{\"name\":\"_sip._udp.a.example\",\"type\":\"SRV\"")
        .contains("\"rr_name\":\"b.example\",\"rr_port\":5070,\"rr_priority\":10,\"rr_weight\":20")
        .contains("\"permanent\":\"yes\"")
        .doesNotContain("192.0.2");
    assertThat(ask("dns.delete_all_force", "")).isEqualTo("{\"status\":\"ok\"}");
    assertThat(ask("dns.view", "")).isEqualTo("[]");
    assertThat(ask("dns.delete_a", "\"a.example\"")).contains("400", "Not found");
    ask("dns.add_a", "\"a.example\",60,\"192.0.2.1\",0");
    assertThat(ask("dns.delete_a", "\"a.example\"")).isEqualTo("{}");
    assertThat(ask("dns.delete_naptr", "\"a.example\"")).contains("Not found");
  }

  @Test
  void withoutAMemoryThereIsNothingToSee() {
    DnsCacheSettings none =
        new DnsCacheSettings(
            Duration.ofSeconds(60), Duration.ZERO, Duration.ZERO, Duration.ofDays(1), 0);
    RpcRegistry other = new RpcRegistry();
    try (DnsResolver forgetful = resolver(none)) {
      offer(other, forgetful);
      assertThat(ask(other, "dns.view", "")).contains("500", "dns cache support disabled");
    }
  }
}
