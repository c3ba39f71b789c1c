// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.servlet.ServletException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalbox.container.ResourceFinder;
import org.signalbox.container.ServletInstances;
import org.signalbox.container.SipXmlReader;
import org.signalbox.library.core.Configuration;
import org.signalbox.library.core.ConfigurationLoader;
import org.signalbox.library.core.Loading.Loaded;
import org.signalbox.module.Modules;
import org.signalbox.script.Source;

class SignalboxServerTest {
  @TempDir private Path data;

  @Test
  void anErrorInTheMiddleOfTheStartLeavesNothingRunning() throws Exception {
    int port = freePort();
    SignalboxServer server = server(port);
    AtomicBoolean stopping = new AtomicBoolean();
    assertThatThrownBy(
            () ->
                server.start(
                    () -> {
                      throw new NoClassDefFoundError("broken on purpose");
                    },
                    () -> stopping.set(true)))
        .isInstanceOf(NoClassDefFoundError.class);
    assertThat(stopping).isTrue();
    assertThatCode(() -> bind(port).close()).doesNotThrowAnyException();
  }

  private SignalboxServer server(int port) throws Exception {
    Source source = Source.of("test.cfg", "listen=udp:127.0.0.1:" + port + "\n");
    Configuration file =
        ((Loaded) new ConfigurationLoader(new Modules(List.of())).load(source, List.of()))
            .configuration();
    String sipXml =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <sip-app xmlns="http://www.jcp.org/xml/ns/sipservlet"
                 xmlns:javaee="http://java.sun.com/xml/ns/javaee">
          <app-name>test</app-name>
          <servlet>
            <javaee:servlet-name>never-asked</javaee:servlet-name>
            <javaee:servlet-class>org.example.Never</javaee:servlet-class>
          </servlet>
        </sip-app>
        """;
    return new SignalboxServer(
        ServerSettings.from(
            key -> Optional.ofNullable(Map.of("signalbox.data-dir", data.toString()).get(key))),
        file,
        new SignalboxServer.Host(
            Thread::new,
            SipXmlReader.read(new ByteArrayInputStream(sipXml.getBytes(UTF_8)), "sip.xml"),
            new NoInstances(),
            ResourceFinder.NONE,
            SignalboxServerTest.class.getClassLoader(),
            module -> () -> {}));
  }

  private static int freePort() throws SocketException {
    try (DatagramSocket socket = bind(0)) {
      return socket.getLocalPort();
    }
  }

  private static DatagramSocket bind(int port) throws SocketException {
    return new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  private static final class NoInstances implements ServletInstances {
    @Override
    public <T> T create(String className, Class<T> type) throws ServletException {
      throw new ServletException("there is no " + className);
    }

    @Override
    public void destroy(Object instance) {}
  }
}
