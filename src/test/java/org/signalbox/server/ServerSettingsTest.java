// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class ServerSettingsTest {
  private final Map<String, Object> keys =
      new HashMap<>(Map.of("jboss.server.data.dir", "/srv/wildfly/data"));

  @Test
  void anUntouchedWildFlyNeedsNoKeyAtAll() {
    ServerSettings settings = settings();
    assertThat(settings.file()).isEmpty();
    assertThat(settings.defines()).isEmpty();
    assertThat(settings.data()).isEqualTo(Path.of("/srv/wildfly/data/signalbox"));
    assertThat(settings.exitOnFailure()).isFalse();
    assertThat(settings.addUser()).startsWith("bin/add-user.sh");
  }

  @Test
  void theLauncherSaysWhereThingsAre() {
    keys.put("signalbox.config", Path.of("/etc/signalbox.cfg"));
    keys.put("signalbox.data-dir", Path.of("/data"));
    keys.put("signalbox.define", List.of("WITH_TLS", "PORT=5062"));
    keys.put("signalbox.exit-on-failure", true);
    ServerSettings settings = settings();
    assertThat(settings.file()).contains(Path.of("/etc/signalbox.cfg"));
    assertThat(settings.defines()).containsExactly("WITH_TLS", "PORT=5062");
    assertThat(settings.data()).isEqualTo(Path.of("/data"));
    assertThat(settings.exitOnFailure()).isTrue();
  }

  /** A Config that knows the keys above; only the three ways in which the settings ask. */
  private ServerSettings settings() {
    Object config =
        Proxy.newProxyInstance(
            Config.class.getClassLoader(),
            new Class<?>[] {Config.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getOptionalValue", "getOptionalValues" ->
                      Optional.ofNullable(keys.get(arguments[0]));
                  case "getValue" -> keys.get(arguments[0]);
                  default -> throw new AssertionError(method + Arrays.toString(arguments));
                });
    return ServerSettings.from((Config) config);
  }
}
