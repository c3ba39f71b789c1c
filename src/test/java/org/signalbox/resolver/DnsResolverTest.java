// SPDX-License-Identifier: Apache-2.0
package org.signalbox.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalbox.resolver.Location.Cause;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.statistics.Statistics;
import org.signalbox.testkit.FakeDns;
import org.signalbox.testkit.ManualTime;

class DnsResolverTest implements ResolverContract {
  private static final int NONE = NextHop.NO_PORT;

  @TempDir Path directory;

  private final ManualTime time = new ManualTime();
  private final FakeDns dns = new FakeDns();
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "callbacks"));
  private DnsResolver resolver;

  @BeforeEach
  void build() throws IOException {
    Path hosts = directory.resolve("hosts");
    Files.writeString(hosts, "127.0.0.7  pbx PBX.lan # ours\n::7 pbx\nnonsense here\n\n10.0.0.1\n");
    ResolverSettings settings =
        new ResolverSettings(
            new DnsQuerySettings(
                List.of(dns.address()),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                1,
                100,
                false,
                Duration.ZERO),
            DnsCacheSettings.DEFAULTS,
            AddressFamilies.IPV4_FIRST,
            List.of(TransportProtocol.UDP),
            PointerUse.NONE,
            false,
            hosts);
    resolver =
        new DnsResolver(
            settings, new ResolverRuntime(time, time.wheel(), executor, new Statistics()));
  }

  @AfterEach
  void close() throws InterruptedException {
    resolver.close();
    executor.shutdown();
    dns.close();
  }

  @Override
  public Resolver resolver() {
    return resolver;
  }

  @Override
  public void knows(String name, String address) {
    dns.knows(name + ". 60 IN A " + address);
  }

  @Test
  void aNumberIsAnsweredAtOnceWithThePortOfItsProtocol() {
    assertThat(atOnce("192.0.2.1", NONE, null, false)).isEqualTo(found("UDP 192.0.2.1:5060"));
    assertThat(atOnce("192.0.2.1", 5070, TransportProtocol.TCP, false))
        .isEqualTo(found("TCP 192.0.2.1:5070"));
    assertThat(atOnce("[::1]", NONE, null, true)).isEqualTo(found("TLS ::1:5061"));
    assertThat(atOnce("192.0.2.1", NONE, TransportProtocol.WS, true))
        .isEqualTo(found("WSS 192.0.2.1:443"));
    assertThat(dns.questions()).isEmpty();
  }

  @Test
  void theHostsFileAndLocalhostNeedNoServer() {
    assertThat(atOnce("localhost", NONE, null, false))
        .isEqualTo(found("UDP 127.0.0.1:5060", "UDP ::1:5060"));
    assertThat(atOnce("PBX", 5080, TransportProtocol.TCP, false))
        .isEqualTo(found("TCP 127.0.0.7:5080", "TCP ::7:5080"));
    assertThat(atOnce("pbx.LAN.", NONE, null, false)).isEqualTo(found("UDP 127.0.0.7:5060"));
    assertThat(dns.questions()).isEmpty();
  }

  @Test
  void aChangedHostsFileIsReadAgain() throws Exception {
    Path hosts = directory.resolve("hosts");
    Files.writeString(hosts, "127.0.0.8 newcomer\n");
    Files.setLastModifiedTime(
        hosts, java.nio.file.attribute.FileTime.from(time.instant().plusSeconds(3600)));
    time.advance(Duration.ofSeconds(10));
    locate("pbx", 5060, null);
    executor.submit(() -> {}).get();
    assertThat(atOnce("newcomer", 5060, null, false)).isEqualTo(found("UDP 127.0.0.8:5060"));
  }

  @Test
  void aNameWithAPortHasAddressesOnly() throws Exception {
    dns.knows("gw.example. 60 IN A 127.0.0.2", "gw.example. 60 IN AAAA ::2");
    assertThat(locate("gw.example", 5070, null))
        .isEqualTo(found("UDP 127.0.0.2:5070", "UDP ::2:5070"));
    assertThat(dns.questions()).containsExactlyInAnyOrder("gw.example. A", "gw.example. AAAA");
    assertThat(atOnce("GW.example", 5071, null, false))
        .as("from the cache")
        .isEqualTo(found("UDP 127.0.0.2:5071", "UDP ::2:5071"));
  }

  @Test
  void aNameWithoutAPortHasServicesInTheOrderOfTheirPriority() throws Exception {
    dns.knows(
        "_sip._tcp.example. 60 IN SRV 20 0 5062 b.example.",
        "_sip._tcp.example. 60 IN SRV 10 0 5061 a.example.",
        "_sip._tcp.example. 60 IN SRV 5 0 5060 missing.example.",
        "a.example. 60 IN A 127.0.0.3",
        "b.example. 60 IN A 127.0.0.4");
    assertThat(locate("example", NONE, TransportProtocol.TCP))
        .isEqualTo(found("TCP 127.0.0.3:5061", "TCP 127.0.0.4:5062"));
  }

  @Test
  void aNameWithoutServicesHasAddresses() throws Exception {
    dns.knows("gw.example. 60 IN CNAME real.example.", "real.example. 60 IN A 127.0.0.2");
    assertThat(locate("gw.example", NONE, null)).isEqualTo(found("UDP 127.0.0.2:5060"));
    assertThat(dns.questions()).startsWith("_sip._udp.gw.example. SRV");
  }

  @Test
  void aSecureNameAsksForSecureServices() throws Exception {
    dns.knows(
        "_sips._tcp.example. 60 IN SRV 1 1 5099 gw.example.", "gw.example. 60 IN A 127.0.0.2");
    CompletableFuture<Location> future = new CompletableFuture<>();
    resolver.locate(new NextHop("example", NONE, TransportProtocol.TCP, true), future::complete);
    assertThat(future.get()).isEqualTo(found("TLS 127.0.0.2:5099"));
  }

  @Test
  void aDomainMayRefuseAService() throws Exception {
    dns.knows("_sip._udp.example. 60 IN SRV 0 0 0 .", "example. 60 IN A 127.0.0.2");
    assertThat(locate("example", NONE, null))
        .isEqualTo(
            new Location.NotFound(
                Cause.UNKNOWN_NAME,
                "No address is known for example: its domain offers no such service."));
  }

  @Test
  void failuresSayWhy() throws Exception {
    dns.failsFor("broken.example.");
    assertThat(locate("nosuch.example", NONE, null))
        .isEqualTo(
            new Location.NotFound(
                Cause.UNKNOWN_NAME, "No address is known for nosuch.example: it does not exist."));
    assertThat(locate("broken.example", 5060, null))
        .isEqualTo(
            new Location.NotFound(
                Cause.SERVER_FAILURE,
                "No address is known for broken.example: the name servers cannot answer."));
    assertThat(atOnce("a b", NONE, null, false)).isInstanceOf(Location.NotFound.class);
    assertThat(atOnce("gw", 70_000, null, false)).isInstanceOf(Location.NotFound.class);
  }

  @Test
  void aSilentServerIsGivenUpAtTheDeadline() throws Exception {
    dns.keepsSilentAbout("_sip._udp.slow.example.");
    CompletableFuture<Location> future = new CompletableFuture<>();
    resolver.locate(new NextHop("slow.example", NONE, null, false), future::complete);
    time.advance(Duration.ofSeconds(5));
    assertThat(future.get())
        .isEqualTo(
            new Location.NotFound(
                Cause.TIMEOUT, "No address is known for slow.example: no name server answered."));
  }

  @Test
  void callbacksComeOnTheExecutor() throws Exception {
    dns.knows("gw.example. 60 IN A 127.0.0.2");
    CompletableFuture<String> thread = new CompletableFuture<>();
    resolver.locate(
        new NextHop("gw.example", 5060, null, false),
        location -> thread.complete(Thread.currentThread().getName()));
    assertThat(thread.get()).isEqualTo("callbacks");
  }

  private Location locate(String host, int port, TransportProtocol protocol)
      throws InterruptedException, ExecutionException {
    CompletableFuture<Location> future = new CompletableFuture<>();
    resolver.locate(new NextHop(host, port, protocol, false), future::complete);
    return future.get();
  }

  private Location atOnce(String host, int port, TransportProtocol protocol, boolean secure) {
    CompletableFuture<Location> future = new CompletableFuture<>();
    resolver.locate(new NextHop(host, port, protocol, secure), future::complete);
    return future.getNow(null);
  }

  private static Location found(String... targets) {
    return new Location.Found(List.of(targets).stream().map(DnsResolverTest::target).toList());
  }

  private static Target target(String text) {
    int space = text.indexOf(' ');
    int colon = text.lastIndexOf(':');
    InetAddress address = NumericHost.parse(text.substring(space + 1, colon));
    return new Target(
        TransportProtocol.valueOf(text.substring(0, space)),
        new InetSocketAddress(address, Integer.parseInt(text.substring(colon + 1))));
  }
}
