// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.signalbox.module.Bindings;
import org.signalbox.module.Modules;
import org.signalbox.module.ProductVersion;
import org.signalbox.module.RunningThreads;
import org.signalbox.module.Shutdown;
import org.signalbox.routing.Globals;
import org.signalbox.routing.LogSink;
import org.signalbox.routing.OwnNames;
import org.signalbox.routing.Sockets;
import org.signalbox.rpc.JsonRpc;
import org.signalbox.rpc.RpcCommand;
import org.signalbox.rpc.RpcRegistry;
import org.signalbox.script.Source;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.testkit.ManualTime;
import org.signalbox.timer.TimeSource;
import org.signalbox.transport.Connection;
import org.signalbox.transport.ConnectionState;
import org.signalbox.transport.ConnectionTable;

/** What golden cases cannot show: it depends on the machine, the hour or the connections. */
class CoreRpcTest {
  private final ManualTime time = new ManualTime();
  private final List<String> ends = new ArrayList<>();
  private final List<String> log = new ArrayList<>();
  private final RpcRegistry registry = new RpcRegistry();

  @BeforeEach
  void connect() {
    Source file = Source.of("a.cfg", "request_route { exit; }");
    Loading loading = new ConfigurationLoader(new Modules(List.of())).load(file, List.of());
    Configuration configuration = ((Loading.Loaded) loading).configuration();
    RunningFile running = new RunningFile();
    running.is(configuration);
    CoreRpc rpc = new CoreRpc(running);
    rpc.connect(
        new Bindings()
            .bind(TimeSource.class, time)
            .bind(RpcRegistry.class, registry)
            .bind(Configuration.class, configuration)
            .bind(Globals.class, new CoreGlobals(configuration.parameters()))
            .bind(Sockets.class, List::of)
            .bind(OwnNames.class, new ThisServer(List::of, List.of()))
            .bind(ConnectionTable.class, table(connection()))
            .bind(ProductVersion.class, new ProductVersion("9.8"))
            .bind(RunningThreads.class, () -> List.of("udp 0", "timer"))
            .bind(LogSink.class, (level, facility, text) -> log.add(level + " " + text))
            .bind(Shutdown.class, () -> ends.add("end")));
    for (RpcCommand command : rpc.all()) {
      registry.register(command);
    }
    registry.open(true);
  }

  private static Connection connection() {
    Map<String, Object> values =
        Map.of(
            "id",
            7L,
            "protocol",
            TransportProtocol.TCP,
            "state",
            ConnectionState.OK,
            "remaining",
            Optional.of(Duration.ofSeconds(100)),
            "lifetime",
            Optional.empty(),
            "peer",
            new InetSocketAddress("192.0.2.1", 40000),
            "local",
            new InetSocketAddress("127.0.0.1", 5060));
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> values.get(method.getName()));
  }

  private static ConnectionTable table(Connection only) {
    return new ConnectionTable() {
      @Override
      public Optional<Connection> byId(long id) {
        return Optional.of(only);
      }

      @Override
      public Optional<Connection> byPeer(InetSocketAddress peer) {
        return Optional.of(only);
      }

      @Override
      public boolean alias(long id, int port) {
        return false;
      }

      @Override
      public Stream<Connection> all() {
        return Stream.of(only);
      }

      @Override
      public int size() {
        return 1;
      }

      @Override
      public long queuedBytes() {
        return 5;
      }
    };
  }

  private String ask(String method, String... parameters) {
    String list = String.join(",", parameters);
    String body =
        new JsonRpc(registry, JsonRpc.Manners.KAMAILIO, false)
            .call(
                "{\"jsonrpc\":\"2.0\",\"method\":\"%s\",\"params\":[%s]}".formatted(method, list),
                command -> true)
            .body();
    return body.replace("{\"jsonrpc\":\"2.0\",\"result\":", "").replaceFirst("}$", "");
  }

  /** runtime.md, case 27. */
  @Test
  void theUseOfTheMemoryIsLoggedOnDemand() {
    assertThat(setNumber("mem_dump_pkg", 1)).isEqualTo("{}");
    assertThat(setNumber("mem_dump_shm", 1)).isEqualTo("{}");
    assertThat(log)
        .hasSize(4)
        .startsWith("-5 Memory still-in-use summary (pkg):")
        .contains("-5 Memory still-in-use summary (shm):")
        .last()
        .asString()
        .startsWith("-5 heap: ");
  }

  private String setNumber(String name, int value) {
    return ask("cfg.set_now_int", "\"core\",\"%s\",%d".formatted(name, value));
  }

  /** rpc.md, case 32. */
  @Test
  void memoryIsToldInAUnit() {
    assertThat(ask("core.shmmem", "\"M\""))
        .matches(
            "\\{\"total\":\\d{1,6},\"free\":\\d+,\"used\":\\d+,\"real_used\":\\d+,"
                + "\"max_used\":\\d+,\"fragments\":0}");
  }

  /** Case 37. */
  @Test
  void theVersionHasABlankBehindThePlatform() {
    assertThat(ask("core.version")).matches("\"signalbox 9\\.8 \\(\\w+/\\w+\\) \"");
    assertThat(ask("core.info")).startsWith("{\"version\":\"signalbox 9.8\",\"id\":");
    assertThat(ask("core.runinfo")).contains("\"utime_days\":\"0d 0h 0m 0s\"");
  }

  /** Case 38. */
  @Test
  void uptimeGrows() {
    String when = "\"\\w{3} \\w{3} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d \\d{4}\"";
    time.advance(Duration.ofSeconds(90061));
    assertThat(ask("core.uptime"))
        .matches("\\{\"now\":" + when + ",\"up_since\":" + when + ",\"uptime\":90061}");
    assertThat(ask("core.runinfo")).contains("\"utime_days\":\"1d 1h 1m 1s\"");
  }

  /** Case 39. */
  @Test
  void threadsStandWhereProcessesDo() {
    long pid = ProcessHandle.current().pid();
    assertThat(ask("core.ps"))
        .isEqualTo(
            "[%1$d,\"main process - attendant\",%1$d,\"udp 0\",%1$d,\"timer\"]".formatted(pid));
    assertThat(ask("core.psx"))
        .startsWith("[{\"IDX\":0,\"PID\":" + pid + ",\"DSC\":\"main process - attendant\"},");
    assertThat(ask("core.psa"))
        .endsWith(
            "{\"index\":2,\"pid\":%d,\"status\":1,\"rank\":2,\"description\":\"timer\"}]"
                .formatted(pid));
    assertThat(ask("pkg.stats", "\"pid\"," + pid)).startsWith("[{\"entry\":0,");
  }

  /** Case 42. */
  @Test
  void connectionsAreListed() {
    assertThat(ask("core.tcp_list"))
        .isEqualTo(
            "[{\"id\":7,\"type\":\"TCP\",\"state\":\"CONN_OK\",\"timeout\":100,\"lifetime\":-1,"
                + "\"ref_count\":1,\"src_ip\":\"192.0.2.1\",\"src_port\":40000,"
                + "\"dst_ip\":\"127.0.0.1\",\"dst_port\":5060}]");
    assertThat(ask("core.tcp_info"))
        .isEqualTo(
            "{\"readers\":8,\"max_connections\":2048,\"max_tls_connections\":2048,"
                + "\"opened_connections\":1,\"opened_tls_connections\":0,"
                + "\"write_queued_bytes\":5}");
    assertThat(ask("core.tcp_options"))
        .isEqualTo(
            "{\"connect_timeout\":10,\"send_timeout\":10,\"connection_lifetime\":120,"
                + "\"max_connections(soft)\":2048,\"max_tls_connections(soft)\":2048,"
                + "\"no_connect\":0,\"fd_cache\":1,\"async\":1,\"connect_wait\":1,"
                + "\"conn_wq_max\":32768,\"wq_max\":10485760,\"defer_accept\":0,"
                + "\"delayed_ack\":1,\"syncnt\":0,\"linger2\":0,\"keepalive\":1,"
                + "\"keepidle\":0,\"keepintvl\":0,\"keepcnt\":0,\"crlf_ping\":1,"
                + "\"accept_aliases\":0,\"alias_flags\":1,\"new_conn_alias_flags\":2}");
  }

  /** Case 45. */
  @Test
  void killingIsAnsweredAndEndsTheServer() {
    assertThat(ask("core.kill")).isEqualTo("{}");
    assertThat(ends).containsExactly("end");
  }
}
