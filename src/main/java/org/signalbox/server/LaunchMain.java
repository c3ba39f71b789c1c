// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.IntConsumer;

/**
 * What the launcher runs in front of WildFly: a wanted stop ends with 0, a refused WAR with 255.
 *
 * <p>Lives on the class path of the process, outside every module, and uses nothing but the JDK.
 */
public final class LaunchMain extends TimerTask {
  private static final int START_FAILED = 255;
  private static final int GLANCE_MILLIS = 200;
  private static final int SHOWN = 600;

  private final Path refused;
  private final PrintStream err;
  private final IntConsumer end;

  /**
   * @param war where WildFly takes the application from; it writes its verdict beside it
   */
  LaunchMain(Path war, PrintStream err, IntConsumer end) {
    refused = war.resolveSibling(war.getFileName() + ".failed");
    this.err = err;
    this.end = end;
  }

  /**
   * Starts WildFly in this process.
   *
   * @param arguments the deployed WAR, then what {@code jboss-modules} takes
   */
  public static void main(String... arguments) throws ReflectiveOperationException {
    stopsWell("TERM");
    stopsWell("INT");
    LaunchMain watch =
        new LaunchMain(Path.of(arguments[0]), System.err, Runtime.getRuntime()::halt);
    new Timer("signalbox-launch", true).schedule(watch, GLANCE_MILLIS, GLANCE_MILLIS);
    String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
    Class.forName("org.jboss.modules.Main")
        .getMethod("main", String[].class)
        .invoke(null, (Object) rest);
  }

  /** A glance at WildFly's verdict: without this application there is nothing to stay for. */
  @Override
  public void run() {
    verdict().ifPresent(this::refuse);
  }

  private void refuse(String why) {
    err.println("ERROR: WildFly refused the deployment: " + why);
    end.accept(START_FAILED);
  }

  private Optional<String> verdict() {
    try {
      String text = Files.readString(refused).replaceAll("\\s+", " ").strip();
      return Optional.of(text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text);
    } catch (IOException e) { // not there: not refused
      return Optional.empty();
    }
  }

  /**
   * A JVM that a signal ends exits with 128 and its number, Kamailio with 0.
   *
   * <p>By reflection, because a compiler that is asked to fail on warnings cannot be told that
   * {@code sun.misc.Signal} is wanted; it is exported by {@code jdk.unsupported} for this use.
   */
  private static void stopsWell(String name) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    Object exit =
        Proxy.newProxyInstance(
            LaunchMain.class.getClassLoader(),
            new Class<?>[] {handler},
            (proxy, method, arguments) -> {
              if (method.getName().equals("handle")) {
                System.exit(0); // WildFly stops in its shutdown hook
              }
              return null;
            });
    signal
        .getMethod("handle", signal, handler)
        .invoke(null, signal.getConstructor(String.class).newInstance(name), exit);
  }
}
