// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExtraWorkersTest {
  private final CountDownLatch working = new CountDownLatch(2);
  private final LinkedBlockingQueue<String> steps = new LinkedBlockingQueue<>();
  private ExtraWorkers.Work work = rank -> workUntilTheEnd();
  private final Modules modules = new Modules(List.of(new Listening()));

  private final class Listening implements SignalboxModule {
    @Override
    public String name() {
      return "listening";
    }

    @Override
    public Exports exports() {
      return Exports.builder().build();
    }

    @Override
    public void init(ParameterValues parameters, Bindings bindings) {
      bindings.require(ExtraWorkers.class).declare("line reader", 2, work);
      steps.add("init");
    }

    @Override
    public void start(Bindings bindings) {
      steps.add("start");
    }

    @Override
    public void destroy() {
      steps.add("destroy");
    }
  }

  private void workUntilTheEnd() throws InterruptedException {
    steps.add("work");
    working.countDown();
    try {
      new CountDownLatch(1).await();
    } finally {
      steps.add("end");
    }
  }

  @AfterEach
  void end() {
    modules.destroy();
  }

  @Test
  void beginWithTheStartOfTheirModuleAndEndBeforeIt() throws Exception {
    begin();
    assertThat(working.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(modules.extraWorkers())
        .extracting(ExtraWorkers.State::name, ExtraWorkers.State::rank)
        .containsExactly(tuple("line reader", 1), tuple("line reader", 2));
    assertThat(modules.extraWorkers()).allMatch(ExtraWorkers.State::working);
    modules.destroy();
    assertThat(steps).containsExactly("init", "start", "work", "work", "end", "end", "destroy");
    assertThat(modules.extraWorkers()).isEmpty();
  }

  @Test
  void beginAnewWhenTheyFail() throws Exception {
    CountDownLatch second = new CountDownLatch(2);
    work =
        rank -> {
          second.countDown();
          throw new IllegalStateException("broken on purpose");
        };
    begin();
    assertThat(second.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(modules.extraWorkers()).anyMatch(state -> state.failures() > 0);
  }

  @Test
  void needANameAndAThread() {
    ExtraWorkers workers = new ExtraWorkers("x", new Bindings());
    assertThatThrownBy(() -> workers.declare("", 1, rank -> {}))
        .isInstanceOf(ModuleException.class);
    assertThatThrownBy(() -> workers.declare("x", 0, rank -> {}))
        .isInstanceOf(ModuleException.class);
  }

  private void begin() {
    assertThat(modules.load("listening")).isNull();
    modules.init(new Bindings().bind(ThreadFactory.class, Thread::new));
    modules.start();
  }
}
