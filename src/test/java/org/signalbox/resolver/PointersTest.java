// SPDX-License-Identifier: Apache-2.0
package org.signalbox.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.statistics.Statistics;
import org.signalbox.testkit.FakeDns;
import org.signalbox.testkit.ManualTime;

/** NAPTR records (RFC 3263 §4.1; runtime.md, case 66). */
class PointersTest {
  @TempDir Path directory;

  private final ManualTime time = new ManualTime();
  private final FakeDns dns = new FakeDns();
  private final ExecutorService executor = Executors.newSingleThreadExecutor();

  @BeforeEach
  void aDomainThatPrefersTls() {
    dns.knows(
        "example. 60 IN NAPTR 10 50 \"s\" \"SIPS+D2T\" \"\" _sips._tcp.example.",
        "example. 60 IN NAPTR 20 50 \"s\" \"SIP+D2U\" \"\" _udp.elsewhere.",
        "example. 60 IN NAPTR 5 50 \"s\" \"E2U+email\" \"\" mail.example.",
        "_sips._tcp.example. 60 IN SRV 0 0 5061 secure.example.",
        "_udp.elsewhere. 60 IN SRV 0 0 5070 plain.example.",
        "secure.example. 60 IN A 192.0.2.1",
        "plain.example. 60 IN A 192.0.2.2",
        "bare.example. 60 IN A 192.0.2.3",
        "_sip._tcp.services.example. 60 IN SRV 0 0 5080 plain.example.");
  }

  @AfterEach
  void close() throws InterruptedException {
    executor.shutdown();
    dns.close();
  }

  @Test
  void ourOwnOrderDecidesBetweenProtocols() throws Exception {
    assertThat(locate(PointerUse.OWN_ORDER, "example"))
        .containsExactly("UDP 192.0.2.2:5070", "TLS 192.0.2.1:5061");
  }

  @Test
  void theOrderOfTheDomainDecidesWhereItCounts() throws Exception {
    assertThat(locate(PointerUse.THEIR_ORDER, "example"))
        .containsExactly("TLS 192.0.2.1:5061", "UDP 192.0.2.2:5070");
  }

  @Test
  void withoutRecordsTheServicesOfWhatIsSpokenAreLookedFor() throws Exception {
    assertThat(locate(PointerUse.OWN_ORDER, "services.example"))
        .containsExactly("TCP 192.0.2.2:5080");
    assertThat(locate(PointerUse.OWN_ORDER, "bare.example")).containsExactly("UDP 192.0.2.3:5060");
  }

  @Test
  void nobodyAsksForThemUnlessTheFileWantsIt() throws Exception {
    locate(PointerUse.NONE, "bare.example");
    assertThat(dns.questions()).noneMatch(question -> question.endsWith(" NAPTR"));
  }

  private List<String> locate(PointerUse use, String host) throws Exception {
    ResolverSettings settings =
        new ResolverSettings(
                DnsQuerySettings.DEFAULTS,
                DnsCacheSettings.DEFAULTS,
                AddressFamilies.IPV4_ONLY,
                List.of(TransportProtocol.UDP, TransportProtocol.TCP, TransportProtocol.TLS),
                use,
                false,
                directory.resolve("hosts"))
            .withServers(dns.address());
    CompletableFuture<Location> answer = new CompletableFuture<>();
    try (DnsResolver resolver =
        new DnsResolver(
            settings, new ResolverRuntime(time, time.wheel(), executor, new Statistics()))) {
      resolver.locate(new NextHop(host, NextHop.NO_PORT, null, false), answer::complete);
      Location.Found found = (Location.Found) answer.orTimeout(30, TimeUnit.SECONDS).get();
      return found.targets().stream()
          .map(
              target ->
                  target.protocol()
                      + " "
                      + target.address().getAddress().getHostAddress()
                      + ":"
                      + target.address().getPort())
          .toList();
    }
  }
}
