// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testkit;

import java.io.File;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR that the build made, told which configuration file to read. */
public final class TestWar {

  /** A port that the build has reserved for SIP. */
  public static final int SIP_PORT = Integer.getInteger("it.sip.port", 0);

  private TestWar() {}

  /** The real WAR on {@link #SIP_PORT}, with nothing to watch yet. */
  public static WebArchive onSipPort() {
    return with("it/probe.cfg", "SIP_PORT=" + SIP_PORT);
  }

  /** The same with a SIP application of its own in place of ours. */
  public static WebArchive onSipPort(String sipXml, Package classes) {
    WebArchive war = onSipPort();
    war.delete("/WEB-INF/sip.xml");
    return war.addAsWebInfResource(sipXml, "sip.xml").addPackage(classes);
  }

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
    WebArchive war =
        ShrinkWrap.createFromZipFile(
            WebArchive.class, new File(System.getProperty("signalbox.war")));
    return war.addAsWebInfResource(
        new StringAsset(properties), "classes/META-INF/microprofile-config.properties");
  }
}
