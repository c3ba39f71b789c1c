// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/**
 * Threads of a module's own that do something else than handle messages: they read a socket, a
 * queue, a file (guide, chapters 16.4 and 16.9.11).
 *
 * <p>Every module finds its own under this port. Declared in {@code init}, they begin when its
 * {@code start} has returned and are told to end before its {@code destroy}. For short pieces of
 * work there are the bounded groups of {@link org.signalbox.worker.WorkerGroups}.
 */
public final class ExtraWorkers {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final String module;
  private final Bindings bindings;
  private final List<ExtraWorker> workers = new ArrayList<>();

  ExtraWorkers(String module, Bindings bindings) {
    this.module = module;
    this.bindings = bindings;
  }

  /** The work of one thread. */
  @FunctionalInterface
  public interface Work {

    /**
     * Works until it is interrupted or has nothing left to do. What it throws is logged, and the
     * work begins anew after a second.
     *
     * @param rank which of the threads of that name, from 1
     * @throws InterruptedException when the module ends: the expected way out
     */
    void run(int rank) throws Exception;
  }

  /**
   * A thread, for display.
   *
   * @param name as declared
   * @param rank from 1
   * @param working false before it begins and after it has ended
   * @param failures how often its work has thrown something
   */
  public record State(String module, String name, int rank, boolean working, long failures) {}

  /**
   * Asks for threads.
   *
   * @param name what they are for, for operators: {@code XMPP receiver}
   * @param count how many, 1 or more
   */
  public void declare(String name, int count, Work work) {
    if (name.isBlank() || count < 1) {
      throw new ModuleException("extra workers need a name and a thread: " + name + ", " + count);
    }
    for (int rank = 1; rank <= count; rank++) {
      workers.add(new ExtraWorker(module, name, rank, work));
    }
  }

  void start() {
    if (!workers.isEmpty()) {
      ThreadFactory threads = bindings.require(ThreadFactory.class);
      workers.forEach(worker -> worker.start(threads));
    }
  }

  /** Interrupts all of them, then waits for them, at most 2 s for each. */
  void stop() {
    workers.forEach(ExtraWorker::interrupt);
    workers.forEach(worker -> worker.join(PATIENCE));
  }

  List<State> states() {
    return workers.stream().map(ExtraWorker::state).toList();
  }
}
