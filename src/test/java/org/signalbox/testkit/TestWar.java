// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR that the build made, with a configuration file of its own. */
public final class TestWar {
  /** A port that the build has reserved for SIP. */
  public static final int SIP_PORT = Integer.getInteger("it.sip.port", 0);

  private TestWar() {}

  /**
   * The real WAR with a file below {@code src/test/resources}, {@code SIP_PORT} in it replaced by
   * {@link #SIP_PORT}.
   */
  public static WebArchive with(String configuration) {
    try {
      String text = Files.readString(Path.of("src/test/resources", configuration));
      File built = new File(System.getProperty("signalbox.war"));
      return ShrinkWrap.createFromZipFile(WebArchive.class, built)
          .addAsWebInfResource(
              new StringAsset(text.replace("SIP_PORT", Integer.toString(SIP_PORT))),
              "signalbox.cfg");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same with a SIP application of its own in place of ours. */
  public static WebArchive with(String configuration, String sipXml, Package classes) {
    WebArchive war = with(configuration);
    war.delete("/WEB-INF/sip.xml");
    return war.addAsWebInfResource(sipXml, "sip.xml").addPackage(classes);
  }
}
