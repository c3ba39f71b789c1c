// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.signalbox.module.ModuleException;

class BeanInjectionTest {
  private final AtomicInteger released = new AtomicInteger();
  private final BeanInjection injection = new BeanInjection(beans());

  static final class Unwilling {
    @PostConstruct
    void begin() {
      throw new IllegalStateException("not today");
    }
  }

  static final class Lingering {
    @PreDestroy
    void end() {
      throw new IllegalStateException("not yet");
    }
  }

  @Test
  void aModuleThatRefusesToBeginIsNotSaidToLackSomething() {
    assertThatThrownBy(() -> injection.into(new Unwilling()))
        .isInstanceOf(ModuleException.class)
        .hasMessage("its method begin failed: java.lang.IllegalStateException: not today");
    assertThat(released).hasValue(1);
  }

  @Test
  void whatWasInjectedIsGivenBackAlsoByOneThatFailsToEnd() {
    Runnable end = injection.into(new Lingering());
    assertThatThrownBy(end::run).isInstanceOf(ModuleException.class);
    assertThat(released).hasValue(1);
  }

  private BeanManager beans() {
    CreationalContext<Object> context =
        new CreationalContext<>() {
          @Override
          public void push(Object incomplete) {}

          @Override
          public void release() {
            released.incrementAndGet();
          }
        };
    return (BeanManager)
        Proxy.newProxyInstance(
            BeanManager.class.getClassLoader(),
            new Class<?>[] {BeanManager.class},
            (proxy, method, arguments) -> context);
  }
}
