// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server started with {@code deployment/signalbox}, as an operator starts it. */
public final class LaunchedServer implements AutoCloseable {
  private static final String READY = "SBX030000";
  private static final long PATIENCE_SECONDS = 180;

  private final Process process;
  private final Path output;

  private LaunchedServer(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /**
   * Starts a server in a folder of its own, on the ports that the build has reserved.
   *
   * @param folder keeps its configuration, logins, data and logs
   * @param options of the launcher
   */
  public static LaunchedServer start(Path folder, String... options) throws IOException {
    List<String> command = new ArrayList<>(List.of("deployment/signalbox"));
    command.addAll(List.of(options));
    command.add("--");
    command.add("-Djboss.http.port=" + System.getProperty("launched.http.port"));
    command.add("-Djboss.https.port=" + System.getProperty("launched.https.port"));
    command.add("-Djboss.management.http.port=" + System.getProperty("launched.management.port"));
    Path output = folder.resolve("output.txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("SIGNALBOX_BASE", folder.toString());
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    return new LaunchedServer(builder.start(), output);
  }

  /** Waits for the block that ends the start; answers all that was printed. */
  public String ready() throws IOException, InterruptedException {
    for (long second = 0; second < PATIENCE_SECONDS * 10; second++) {
      String printed = printed();
      if (printed.contains(READY)) {
        return printed;
      }
      if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
        throw new AssertionError("it ended with " + process.exitValue() + ":\n" + printed());
      }
    }
    throw new AssertionError("it never became ready:\n" + printed());
  }

  /** Waits for its end; answers the exit code. */
  public int ended() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("it does not end");
    }
    return process.exitValue();
  }

  /** All that was printed so far. */
  public String printed() throws IOException {
    return Files.readString(output, StandardCharsets.UTF_8);
  }

  /** The process id, which is that of the JVM. */
  public long pid() {
    return process.pid();
  }

  /** Sends a signal: {@code TERM}, {@code HUP}... */
  public void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
  }

  /** A client of its page and API. */
  public HttpSide http() {
    return HttpSide.at(
        "http://127.0.0.1:" + System.getProperty("launched.http.port") + "/signalbox");
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
