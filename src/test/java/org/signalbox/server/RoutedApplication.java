// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import javax.servlet.Servlet;
import javax.servlet.ServletException;
import org.signalbox.container.DeclaredServlet;
import org.signalbox.container.ServletInstances;
import org.signalbox.container.ServletSelection;
import org.signalbox.container.SipApplication;
import org.signalbox.container.SipXmlException;
import org.signalbox.container.SipXmlReader;
import org.signalbox.library.core.Configuration;
import org.signalbox.library.core.Loading;
import org.signalbox.module.Modules;
import org.signalbox.routing.Blocklist;
import org.signalbox.routing.Routing;
import org.signalbox.routing.RoutingSettings;
import org.signalbox.script.Problem;
import org.signalbox.timer.TimeSource;
import org.signalbox.transaction.TransactionTimers;

/** The application of the WAR, for a server that runs without an application server. */
public final class RoutedApplication {
  private static final Path SIP_XML = Path.of("src/main/webapp/WEB-INF/sip.xml");

  private RoutedApplication() {}

  /** What {@code sip.xml} declares. */
  public static SipApplication sipXml() throws IOException, SipXmlException {
    try (InputStream bytes = Files.newInputStream(SIP_XML)) {
      return SipXmlReader.read(bytes, SIP_XML.toString());
    }
  }

  /** Timer values as the file sets them. */
  public static TransactionTimers timers(Configuration configuration) {
    return new FileSettings(configuration).transactions();
  }

  /** Addresses that nothing is sent to for a while. */
  public static Blocklist blocklist(Configuration configuration, TimeSource time) {
    return new Blocklist(new FileSettings(configuration).blocklist(), time);
  }

  /** What the file says about the way of messages. */
  public static RoutingSettings routing(Configuration configuration) {
    return new FileSettings(configuration).routing();
  }

  /**
   * Replaces the routes of a server by those of another file.
   *
   * @param file reads it for the modules that run
   * @param first what the server was started with
   * @return what is wrong; empty when the new routes run
   */
  public static List<Problem> reload(
      Function<Modules, Loading> file, Loading.Loaded first, Routing routing) {
    return new ScriptReload(file, first, routing, begun -> {}).reload("ann");
  }

  /** Threads that do not keep the JVM. */
  public static ThreadFactory daemonThreads() {
    return task -> {
      Thread thread = new Thread(task);
      thread.setDaemon(true);
      return thread;
    };
  }

  /** An application of one servlet. */
  public static SipApplication of(Servlet servlet) {
    String name = servlet.getClass().getName();
    return new SipApplication(
        "test",
        "Test",
        Map.of(),
        List.of(new DeclaredServlet("main", name, Map.of(), OptionalInt.of(1))),
        List.of(),
        new ServletSelection.Main("main"),
        Duration.ofMinutes(3),
        Duration.ZERO);
  }

  /** That servlet. */
  public static ServletInstances only(Servlet servlet) {
    return new ServletInstances() {
      @Override
      public <T> T create(String className, Class<T> type) {
        return type.cast(servlet);
      }

      @Override
      public void destroy(Object instance) {
        // nothing is held
      }
    };
  }

  /** Its servlets, made without CDI. */
  public static ServletInstances instances(Routing routing) {
    return new ServletInstances() {
      @Override
      public <T> T create(String className, Class<T> type) throws ServletException {
        Object servlet =
            className.equals(RoutingServlet.class.getName())
                ? new RoutingServlet(routing)
                : new OptionsServlet();
        return type.cast(servlet);
      }

      @Override
      public void destroy(Object instance) {
        // nothing is held
      }
    };
  }
}
