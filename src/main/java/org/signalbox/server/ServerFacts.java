// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.signalbox.sip.ListeningPoint;

/**
 * What a running server is, for whoever shows it.
 *
 * @param version as the build wrote it
 * @param configuration the name of its configuration file
 * @param startedAt when it was started
 * @param listeners the open SIP sockets
 */
public record ServerFacts(
    String version, String configuration, Instant startedAt, List<ListeningPoint> listeners) {
  private static final String ABOUT = "about.properties";

  public ServerFacts {
    listeners = List.copyOf(listeners);
  }

  static ServerFacts of(String configuration, Instant startedAt, List<ListeningPoint> listeners) {
    return new ServerFacts(builtVersion(), configuration, startedAt, listeners);
  }

  static String builtVersion() {
    Properties about = new Properties();
    try (InputStream bytes = ServerFacts.class.getResourceAsStream(ABOUT)) {
      if (bytes != null) {
        about.load(bytes);
      }
    } catch (IOException e) {
      throw new ServerException(e);
    }
    return about.getProperty("version", "unknown");
  }
}
