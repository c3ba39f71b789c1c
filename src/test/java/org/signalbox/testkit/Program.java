// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of the machine that a test runs beside; a missing one fails the test. */
public final class Program implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 20;

  private final Process process;
  private final Path output;

  private Program(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts it in a folder of its own, where its output goes too. */
  public static Program start(Path folder, List<String> command) {
    String name = Path.of(command.get(0)).getFileName().toString();
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(folder.toFile());
    try {
      Path output = Files.createTempFile(folder, name, ".txt");
      builder.redirectOutput(output.toFile());
      return new Program(builder.start(), output);
    } catch (IOException e) {
      throw new AssertionError("this test needs " + command.get(0), e);
    }
  }

  /** A real Kamailio on that UDP port of 127.0.0.1, answering everything with 200. */
  public static Program kamailio(Path folder, int port) {
    return kamailio(folder, port, Path.of("src/test/resources/it/kamailio.cfg"));
  }

  /** A real Kamailio with a configuration file of the test. */
  public static Program kamailio(Path folder, int port, Path configuration, String... options) {
    String file = configuration.toAbsolutePath().toString();
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            "kamailio",
            "-f",
            file,
            "-l",
            "udp:127.0.0.1:" + port,
            "-DD",
            "-E",
            "-m",
            "32",
            "-M",
            "8",
            "-P",
            folder.resolve("kamailio.pid").toString()));
    command.addAll(List.of(options));
    return start(folder, command);
  }

  /** A SIPp on that UDP port of 127.0.0.1, answering each OPTIONS with 200. */
  public static Program sipp(Path folder, int port) {
    String file = Path.of("bench/scenarios/answer-options.xml").toAbsolutePath().toString();
    return start(
        folder, List.of("sipp", "-sf", file, "-i", "127.0.0.1", "-p", "" + port, "-nostdin"));
  }

  /** A UDP port of 127.0.0.1 that nobody had a moment ago. */
  public static int freePort() {
    try (DatagramSocket socket =
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for its end; answers the exit code. */
  public int ended() throws InterruptedException {
    if (!process.waitFor(6 * PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("it does not end:\n" + printed());
    }
    return process.exitValue();
  }

  /** What it has printed so far. */
  public String printed() {
    try {
      return Files.readString(output, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it still runs. */
  public boolean running() {
    return process.isAlive();
  }

  /** Asks it to end, and makes it end. */
  @Override
  public void close() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
