// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerSettingsTest {
  private final Map<String, String> keys =
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
    keys.put("signalbox.config", "/etc/signalbox.cfg");
    keys.put("signalbox.data-dir", "/data");
    keys.put("signalbox.exit-on-failure", "true");
    ServerSettings settings = settings();
    assertThat(settings.file()).contains(Path.of("/etc/signalbox.cfg"));
    assertThat(settings.data()).isEqualTo(Path.of("/data"));
    assertThat(settings.exitOnFailure()).isTrue();
  }

  @Test
  void aDefineMayHoldACommaAndABackslash() {
    keys.put("signalbox.define", "WITH_TLS,PORTS=5060\\,5062,PATH=C:\\\\sip");
    assertThat(settings().defines()).containsExactly("WITH_TLS", "PORTS=5060,5062", "PATH=C:\\sip");
  }

  private ServerSettings settings() {
    return ServerSettings.from(key -> Optional.ofNullable(keys.get(key)));
  }
}
