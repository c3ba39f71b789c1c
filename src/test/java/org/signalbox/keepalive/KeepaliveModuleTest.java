// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalbox.module.Bindings;
import org.signalbox.module.DataDirectory;
import org.signalbox.module.Exports;
import org.signalbox.module.ModuleException;
import org.signalbox.module.Parameter;
import org.signalbox.module.ParameterValues;
import org.signalbox.module.SignalboxModule;
import org.signalbox.testkit.ManualTime;
import org.signalbox.timer.TimeSource;
import org.signalbox.worker.WorkerGroups;

class KeepaliveModuleTest {
  @TempDir Path directory;
  private final ManualTime time = new ManualTime();
  private final ScriptedPeers peers = new ScriptedPeers(time, Duration.ofSeconds(2));
  private final WorkerGroups workers = new WorkerGroups(Thread::new, time);
  private final Bindings bindings = new Bindings();
  private final KeepaliveModule module = new KeepaliveModule();

  @BeforeEach
  void bind() {
    bindings
        .bind(TimeSource.class, time)
        .bind(WorkerGroups.class, workers)
        .bind(PingSender.class, peers)
        .bind(DataDirectory.class, new DataDirectory(directory));
  }

  @AfterEach
  void close() {
    module.destroy();
    workers.close();
  }

  @Test
  void itIsFoundByItsName() {
    assertThat(java.util.ServiceLoader.load(SignalboxModule.class))
        .anyMatch(KeepaliveModule.class::isInstance);
    assertThat(module.name()).isEqualTo("keepalive");
  }

  @Test
  void theParametersHaveKamailiosTypesAndDefaults() {
    Exports exports = module.exports();
    assertThat(exports.dependencies()).containsExactly("tm");
    assertThat(described(exports, "ping_interval")).isEqualTo("2:int 30");
    assertThat(described(exports, "delete_counter")).isEqualTo("2:int 5");
    assertThat(described(exports, "ping_from")).isEqualTo("1:string sip:keepalive@kamailio.org");
    assertThat(described(exports, "destination")).isEqualTo("1:string []");
  }

  @Test
  void whatTheFileNamesIsWatchedOnceInItsOrder() {
    Keepalive keepalive =
        started(Map.of(KeepaliveModule.DESTINATION, List.of("192.0.2.1", "gw", "sip:192.0.2.1")));
    assertThat(keepalive.page(0, 10))
        .extracting(DestinationStatus::uri)
        .containsExactly("sip:192.0.2.1", "sip:gw");
    assertThat(keepalive.page(0, 10))
        .allMatch(each -> each.owner().equals("_params") && each.fixed());
  }

  @Test
  void theParametersReachThePings() {
    Keepalive keepalive =
        started(
            Map.of(
                setting("ping_interval"), List.of(7L),
                setting("delete_counter"), List.of(2L),
                setting("ping_from"), List.of("sip:probe@example.test")));
    keepalive.add("gw", "o");
    time.advance(Duration.ofSeconds(1));
    module.watch().orElseThrow().tick();
    assertThat(peers.sent)
        .singleElement()
        .satisfies(
            sent ->
                assertThat(sent.request().settings())
                    .isEqualTo(
                        Station.settings(
                            "ping_interval",
                            "7",
                            "delete_counter",
                            "2",
                            "ping_from",
                            "sip:probe@example.test")));
  }

  @Test
  void itBindsTheApiAndRemembersWhatWasAdded() {
    started(Map.of()).add("gw", "o");
    assertThat(bindings.find(Keepalive.class)).isPresent();
    module.destroy();
    assertThat(module.watch()).isEmpty();
    assertThat(directory.resolve("keepalive").resolve(JournalDoor.NAME)).isNotEmptyFile();
  }

  @Test
  void moreThanTheBoundIsAStartErrorAndNothingIsForgotten() {
    started(Map.of()).add("gw", "o");
    module.destroy();
    Map<Parameter<?>, List<Object>> given =
        Map.of(
            KeepaliveModule.MAX_DESTINATIONS, List.of(1L),
            KeepaliveModule.DESTINATION, List.of("a"));
    assertThatThrownBy(() -> started(given))
        .isInstanceOf(ModuleException.class)
        .hasMessage("max_destinations is 1, but 2 are named in the file or were added at run time");
  }

  private Parameter<?> setting(String name) {
    return java.util.Objects.requireNonNull(module.exports().parameters().get(name));
  }

  private Keepalive started(Map<Parameter<?>, List<Object>> given) {
    module.init(ParameterValues.of(given), bindings);
    module.start(bindings);
    return module.watch().orElseThrow();
  }

  private static String described(Exports exports, String name) {
    Parameter<?> parameter = exports.parameters().get(name);
    return parameter.type() + " " + parameter.initial();
  }
}
