// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What a room writes to the log, from now until it is closed. Thread-safe. */
public final class LogLines implements AutoCloseable {
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Handler handler = new Collecting();
  private final Logger logger;

  /** Listens to a logger; by its name. */
  public LogLines(String name) {
    logger = Logger.getLogger(name);
    logger.addHandler(handler);
  }

  /** The lines until now, oldest first; the list grows on. */
  public List<String> lines() {
    return lines;
  }

  @Override
  public void close() {
    logger.removeHandler(handler);
  }

  private final class Collecting extends Handler {
    @Override
    public void publish(LogRecord line) {
      lines.add(line.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
