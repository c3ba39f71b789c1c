// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testkit;

import java.io.File;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR that the build made, told which configuration file to read. */
public final class TestWar {

  private TestWar() {}

  /**
   * The real WAR with a configuration of its own.
   *
   * @param configuration a file below {@code src/test/resources}
   * @param defines what {@code -A} would give
   */
  public static WebArchive with(String configuration, String... defines) {
    Path file = Path.of("src/test/resources", configuration).toAbsolutePath();
    String properties =
        "signalbox.config=" + file + "\nsignalbox.define=" + String.join(",", defines) + "\n";
    return ShrinkWrap.createFromZipFile(
            WebArchive.class, new File(System.getProperty("signalbox.war")))
        .addAsWebInfResource(
            new StringAsset(properties), "classes/META-INF/microprofile-config.properties");
  }
}
