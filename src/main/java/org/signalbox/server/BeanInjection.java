// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InjectionTarget;
import org.signalbox.module.Injection;
import org.signalbox.module.ModuleException;

/**
 * Fills the {@code @Inject} fields of modules with the beans of this application: also in a module
 * from a jar of its own, of which CDI knows nothing.
 */
final class BeanInjection implements Injection {
  private final BeanManager beans;

  BeanInjection(BeanManager beans) {
    this.beans = beans;
  }

  @Override
  public Runnable into(Object module) {
    return fill(module.getClass(), module);
  }

  private <T> Runnable fill(Class<T> type, Object instance) {
    T module = type.cast(instance);
    CreationalContext<T> context = beans.createCreationalContext(null);
    try {
      InjectionTarget<T> target =
          beans
              .getInjectionTargetFactory(beans.createAnnotatedType(type))
              .createInjectionTarget(null);
      target.inject(module, context);
      target.postConstruct(module);
      return () -> {
        target.preDestroy(module);
        context.release();
      };
    } catch (RuntimeException e) {
      context.release();
      throw new ModuleException("it asks for what cannot be injected: " + e.getMessage(), e);
    }
  }
}
