// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.signalbox.server.OptionsServlet;

/** The sample servlet on the stage of the container's tests. */
class OptionsServletTest {
  private Stage stage;

  @BeforeEach
  void start() throws Exception {
    stage = Stage.with(new OptionsServlet());
  }

  @Test
  void optionsTellsWhatThisServerCanDo() {
    stage.arrive(Stage.request("OPTIONS", "1"));

    assertThat(stage.only().text())
        .startsWith("SIP/2.0 200 OK\r\n")
        .contains("\r\nAllow: OPTIONS\r\n")
        .contains("\r\nAccept: */*\r\n")
        .contains("\r\nContent-Length: 0\r\n");
  }

  @Test
  void everyOtherMethodGets405WithAllow() {
    stage.arrive(Stage.request("INVITE", "1"));
    stage.arrive(Stage.request("FOO", "2"));

    assertThat(stage.network.taken())
        .allSatisfy(
            departure ->
                assertThat(departure.text())
                    .startsWith("SIP/2.0 405 Method Not Allowed\r\n")
                    .contains("\r\nAllow: OPTIONS\r\n"));
  }

  @Test
  void anAckIsIgnored() {
    stage.arrive(Stage.request("ACK", "1", "To: <sip:bob@192.0.2.1>;tag=x\r\n"));

    assertThat(stage.sent()).isEmpty();
  }

  @Test
  void theFileOfTheWarNamesIt() throws Exception {
    try (InputStream bytes = Files.newInputStream(Path.of("src/main/webapp/WEB-INF/sip.xml"))) {
      SipApplication application = SipXmlReader.read(bytes, "sip.xml");

      assertThat(application.servlets())
          .extracting(DeclaredServlet::className)
          .contains(OptionsServlet.class.getName());
    }
  }
}
