// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalbox.container.ResourceFinder;
import org.signalbox.library.core.CoreModule;
import org.signalbox.library.core.Loading;
import org.signalbox.module.Modules;
import org.signalbox.module.ModulesStarted;
import org.signalbox.module.SignalboxModule;
import org.signalbox.routing.Routing;
import org.signalbox.routing.RoutingSettings;
import org.signalbox.script.BlockKind;
import org.signalbox.script.Problem;
import org.signalbox.timer.TimeSource;

class ScriptReloadTest {
  @TempDir private Path folder;

  private Path file;
  private Routing routing;
  private ScriptReload reload;
  private final List<SignalboxModule> begun = new ArrayList<>();
  private Consumer<List<SignalboxModule>> heard = begun::addAll;

  @BeforeEach
  void aServerWithOneRoute() throws IOException {
    file = folder.resolve("my.cfg");
    write("request_route { route(OLD); }\nroute[OLD] { exit; }\n");
    startAgain();
  }

  private void startAgain() {
    ServerSettings settings =
        ServerSettings.from(
            key -> Optional.ofNullable(Map.of("signalbox.config", file.toString()).get(key)));
    ConfigurationFile source = new ConfigurationFile(settings, ResourceFinder.NONE);
    Loading.Loaded first = source.read(Modules.found(getClass().getClassLoader()));
    routing =
        new Routing(
            first.configuration().script(),
            FileSettings.NOWHERE,
            RoutingSettings.DEFAULTS,
            TimeSource.SYSTEM);
    reload = new ScriptReload(source::again, first, routing, fresh -> heard.accept(fresh));
  }

  @Test
  void theNewRoutesTakeThePlaceOfTheOld() throws IOException {
    write("request_route { route(NEW); }\nroute[NEW] { sl_send_reply(\"200\", \"OK\"); }\n");
    assertThat(reload.reload("ann")).isEmpty();
    assertThat(routing.has(BlockKind.NAMED, "NEW")).isTrue();
    assertThat(routing.has(BlockKind.NAMED, "OLD")).isFalse();
    assertThat(reload.current().loadedBy()).isEqualTo("ann");
  }

  @Test
  void aFileWithMistakesChangesNothingAndTellsThemAll() throws IOException {
    write("request_route {\n  nosuch();\n  neither();\n}\n");
    assertThat(reload.reload("ann"))
        .filteredOn(problem -> problem.severity() == Problem.Severity.ERROR)
        .extracting(problem -> problem.span().line())
        .contains(4, 5);
    assertThat(routing.has(BlockKind.NAMED, "OLD")).isTrue();
    assertThat(reload.current().loadedBy()).isNull();
  }

  @Test
  void whatActsAtAStartOnlyIsNamed() throws IOException {
    String file =
        "listen=udp:127.0.0.1:%d%nchildren=%d%nmax_while_loops=%2$d%nloadmodule \"siprepo.so\"%n";
    String values = "modparam(\"siprepo\", \"max_items\", %d)%nrequest_route { exit; }%n";
    write((file + values).formatted(5060, 1, 10));
    startAgain();
    write("# one line more\n" + (file + values).formatted(5060, 1, 10));
    assertThat(reload.reload("ann")).isEmpty();
    assertThat(reload.current().afterRestart()).isEmpty();
    write((file + values).formatted(5070, 2, 20));
    assertThat(reload.reload("ann")).isEmpty();
    assertThat(reload.current().afterRestart())
        .containsExactly("listen", "children", "siprepo.max_items");
  }

  @Test
  void aFileThatIsGoneChangesNothing() throws IOException {
    Files.delete(file);
    assertThatThrownBy(() -> reload.reload("ann")).isInstanceOf(ServerException.class);
    assertThat(routing.has(BlockKind.NAMED, "OLD")).isTrue();
  }

  @Test
  void aModuleThatIsNamedForTheFirstTimeIsToldToItsBeansOnce() throws IOException {
    String maxfwd = "loadmodule \"maxfwd.so\"\nrequest_route { exit; }\n";
    write(maxfwd);
    assertThat(reload.reload("ann")).isEmpty();
    assertThat(begun).extracting(SignalboxModule::name).containsExactly("maxfwd");
    write(maxfwd + "route[MORE] { exit; }\n");
    assertThat(reload.reload("ann")).isEmpty();
    assertThat(begun).hasSize(1);
    assertThat(new ModulesStarted(begun).find(CoreModule.class)).isEmpty();
  }

  @Test
  void aBeanThatFailsDoesNotKeepTheNewRoutesAway() throws IOException {
    heard =
        fresh -> {
          throw new IllegalStateException("no timer for you");
        };
    write("loadmodule \"maxfwd.so\"\nrequest_route { exit; }\nroute[MORE] { exit; }\n");
    assertThat(reload.reload("ann")).isEmpty();
    assertThat(routing.has(BlockKind.NAMED, "MORE")).isTrue();
  }

  /** The modules run: the file that is read again meets the same ones. */
  private void write(String routes) throws IOException {
    Files.writeString(file, "listen=udp:127.0.0.1:5060\nloadmodule \"sl.so\"\n" + routes);
  }
}
