// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.signalbox.testkit.CompiledModule;
import org.signalbox.testkit.HttpSide;
import org.signalbox.testkit.Patience;
import org.signalbox.testkit.SipPeer;
import org.signalbox.testkit.SipText;
import org.signalbox.testkit.TestWar;

/** The three ways in which a module of others comes into the server. */
@ArquillianTest
@RunAsClient
class ModuleWaysIT {
  private static final InetSocketAddress SERVER =
      new InetSocketAddress("127.0.0.1", TestWar.SIP_PORT);
  private static final Path SOURCES = Path.of("src/test/modules");
  private static final Path BUILT = Path.of("target/it-modules").toAbsolutePath();
  private static final Path INJECTED = BUILT.resolve("injected.jar");
  private static final Path LATER = BUILT.resolve("later.cfg");

  private final SipPeer peer = SipPeer.udp();

  @Deployment(testable = false)
  static WebArchive war() throws IOException {
    CompiledModule.jar(SOURCES.resolve("injected"), INJECTED);
    Path greeting = CompiledModule.jar(SOURCES.resolve("greeting"), BUILT.resolve("greeting.jar"));
    Path kinds = CompiledModule.jar(SOURCES.resolve("kinds"), BUILT.resolve("kinds.jar"));
    String file =
        Files.readString(Path.of("src/test/resources/it/modules.cfg"))
            .replace("SIP_PORT", Integer.toString(TestWar.SIP_PORT))
            .replace("INJECTED_JAR", INJECTED.toString())
            .replace("LATER_CFG", LATER.toString());
    Files.deleteIfExists(LATER);
    WebArchive war = TestWar.with("it/modules.cfg");
    war.delete("/WEB-INF/signalbox.cfg");
    return war.addAsWebInfResource(new StringAsset(file), "signalbox.cfg")
        .addAsLibrary(greeting.toFile())
        .merge(ShrinkWrap.createFromZipFile(JavaArchive.class, kinds.toFile()), "/WEB-INF/classes");
  }

  @AfterEach
  void hangUp() {
    peer.close();
  }

  @Test
  void eachWayWorksAndAReloadExchangesTheJar() throws IOException {
    assertThat(answer()).endsWith("Hello, tester! bonjour, constructed one");
    replaceJar();
    assertThat(answer()).as("before the reload").endsWith("constructed one");
    reload();
    assertThat(answer()).endsWith("Hello, tester! bonjour, constructed two");
  }

  @Test
  void aReloadAddsAModuleWithItsBeanAndItsTimer() throws IOException {
    HttpSide.addUser("adam", "change", "admin");
    assertThat(http().json("/api/messages").getBoolean("loaded")).isFalse();
    Files.writeString(
        LATER,
        """
        loadmodule "siprepo.so"
        modparam("siprepo", "expire", 5)
        modparam("siprepo", "timer_interval", 1)
        """);
    reload();
    answer();
    assertThat(http().json("/api/messages").getInt("total")).isEqualTo(1);
    Patience.until("it is swept", () -> http().json("/api/messages").getInt("total") == 0);
  }

  private static void reload() {
    HttpSide.addUser("adam", "change", "admin");
    var reloaded = http().send("POST", "/api/configuration", "{}");
    assertThat(reloaded.statusCode()).as("%s", reloaded.body()).isEqualTo(200);
  }

  private static HttpSide http() {
    return new HttpSide().as("adam", "change");
  }

  private String answer() {
    SipText request = SipText.request("OPTIONS", "sip:127.0.0.1:" + TestWar.SIP_PORT);
    peer.send(request.via("UDP", peer.address()).toString(), SERVER);
    return peer.response().startLine();
  }

  /** As an operator does: the new file is renamed into the place of the old one. */
  private static void replaceJar() throws IOException {
    Path sources = Files.createDirectories(BUILT.resolve("two/org/example/injected"));
    Path services = Files.createDirectories(BUILT.resolve("two/META-INF/services"));
    String name = "InjectedModule.java";
    String text = Files.readString(SOURCES.resolve("injected/org/example/injected/" + name));
    Files.writeString(sources.resolve(name), text.replace("\"one\"", "\"two\""));
    Files.writeString(
        services.resolve("org.signalbox.module.SignalboxModule"),
        "org.example.injected.InjectedModule");
    Path next = CompiledModule.jar(BUILT.resolve("two"), BUILT.resolve("next.jar"));
    Files.move(next, INJECTED, StandardCopyOption.REPLACE_EXISTING);
  }
}
