// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalbox.testkit.BesideKamailio;
import org.signalbox.testkit.Patience;

/**
 * The same peer watched by Kamailio and by us (keepalive.md, cases 1 to 7, 9, 10, 26): the same
 * pings, the same verdicts, the same event routes.
 */
class PingsInteropIT {
  private static final Path FILE = Path.of("src/test/scripts/interop/keepalive.cfg");
  private static final String ALL = "11000000000 00111111111";
  private static final Pattern MADE_ANEW = Pattern.compile("branch=[^;\r]*|tag=[^;\r]*");

  @TempDir private Path folder;

  @Test
  void bothSeeTheSame() throws Exception {
    try (BesideKamailio both = new BesideKamailio(folder, FILE, "outside")) {
      both.answerPings();
      assertThat(both.here("ping_watch")).isEqualTo(both.kamailio("ping_watch"));
      Patience.until(
          "Kamailio has asked all",
          () -> both.kamailio("ping_news").contains("is " + ALL),
          () -> both.kamailio("ping_news"));
      both.pass(Duration.ofSeconds(3));
      for (String script : new String[] {"ping_news", "ping_alive"}) {
        assertThat(both.here(script)).as(script).isEqualTo(both.kamailio(script));
      }
      assertThat(comparable(both.pingHere())).isEqualTo(comparable(both.pingOfKamailio()));
    }
  }

  /**
   * Headers in order of their names, without what differs from ping to ping and from host to host.
   */
  private static String comparable(String ping) {
    return MADE_ANEW
        .matcher(ping)
        .replaceAll("")
        .lines()
        .filter(line -> !line.matches("(Call-ID|User-Agent|Via): .*"))
        .sorted()
        .toList()
        .toString();
  }
}
