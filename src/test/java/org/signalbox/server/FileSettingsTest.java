// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.signalbox.library.core.ConfigurationLoader;
import org.signalbox.library.core.Loading;
import org.signalbox.library.core.Loading.Loaded;
import org.signalbox.module.Modules;
import org.signalbox.module.UserAgent;
import org.signalbox.resolver.AddressFamilies;
import org.signalbox.script.Source;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.transaction.TransactionTimers;
import org.signalbox.transport.ListenerSettings;
import org.signalbox.transport.TcpParameter;
import org.signalbox.transport.TransportSettings;

class FileSettingsTest {
  private static final String LISTEN = "listen=udp:127.0.0.1:5060\n";

  @Test
  void aFileThatSaysNothingElseHasTheDefaultsOfEveryRoom() {
    FileSettings file = file(LISTEN);
    assertThat(file.transactions()).isEqualTo(TransactionTimers.DEFAULT);
    assertThat(file.userAgent()).isEqualTo(UserAgent.DEFAULT);
    assertThat(file.transport().children()).isEqualTo(TransportSettings.CHILDREN);
    assertThat(file.transport().tcpChildren()).isEqualTo(TransportSettings.CHILDREN);
    assertThat(file.resolver().cache().negativeTtl()).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void everyListenBecomesAListener() {
    List<ListenerSettings> listeners =
        file(LISTEN + "listen=tcp:127.0.0.1:5062 advertise 192.0.2.1:5070 name \"out\"\n")
            .transport()
            .listeners();
    assertThat(listeners)
        .containsExactly(
            ListenerSettings.of(TransportProtocol.UDP, new InetSocketAddress("127.0.0.1", 5060)),
            new ListenerSettings(
                TransportProtocol.TCP,
                new InetSocketAddress("127.0.0.1", 5062),
                "out",
                "192.0.2.1",
                5070));
  }

  @Test
  void tcpParametersReachTheTransport() {
    TransportSettings transport =
        file(LISTEN + "tcp_max_connections=4\ntcp_children=2\nchildren=3\n").transport();
    assertThat(transport.tcp().value(TcpParameter.MAX_CONNECTIONS)).isEqualTo(4);
    assertThat(transport.children()).isEqualTo(3);
    assertThat(transport.tcpChildren()).isEqualTo(2);
  }

  @Test
  void noChildrenMeansOne() {
    assertThat(file(LISTEN + "children=0\n").transport().children()).isOne();
  }

  @Test
  void theTimersOfTmReachTheTransactions() {
    TransactionTimers timers =
        file(LISTEN
                + "loadmodule \"tm\"\n"
                + "modparam(\"tm\", \"fr_timer\", 2000)\n"
                + "modparam(\"tm\", \"retr_timer1\", 100)\n")
            .transactions();
    assertThat(timers.fr()).isEqualTo(Duration.ofSeconds(2));
    assertThat(timers.t1()).isEqualTo(Duration.ofMillis(100));
    assertThat(timers.frInv()).isEqualTo(TransactionTimers.DEFAULT.frInv());
  }

  @Test
  void dnsParametersReachTheResolver() {
    FileSettings file =
        file(LISTEN + "dns_try_ipv6=no\nuse_dns_cache=no\ndns_retr_time=2\ndns_retr_no=1\n");
    assertThat(file.resolver().families()).isEqualTo(AddressFamilies.IPV4_ONLY);
    assertThat(file.resolver().cache().maxEntries()).isZero();
    assertThat(file.resolver().queries().attempt()).isEqualTo(Duration.ofSeconds(2));
    assertThat(file.resolver().queries().attempts()).isOne();
  }

  @Test
  void theServerNamesItselfAsTheFileSays() {
    assertThat(file(LISTEN + "user_agent_header=\"User-Agent: x\"\n").userAgent().line())
        .isEqualTo("User-Agent: x");
    assertThat(file(LISTEN + "server_signature=no\n").userAgent().line()).isEmpty();
  }

  private static FileSettings file(String text) {
    Modules modules = Modules.found(FileSettingsTest.class.getClassLoader());
    Loading loading = new ConfigurationLoader(modules).load(Source.of("test.cfg", text), List.of());
    assertThat(loading).as(loading.report()).isInstanceOf(Loaded.class);
    return new FileSettings(((Loaded) loading).configuration());
  }
}
