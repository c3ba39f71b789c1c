// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import org.signalbox.module.Injection;
import org.signalbox.module.ModuleException;

/**
 * Fills the {@code @Inject} fields of modules with the beans of this application: also in a module
 * from a jar of its own, of which CDI knows nothing. It reads the class by itself: the container
 * keeps for ever what it has read, by the name of the class, and a jar that was exchanged has
 * another class of the same name.
 */
final class BeanInjection implements Injection {
  private final BeanManager beans;

  BeanInjection(BeanManager beans) {
    this.beans = beans;
  }

  @Override
  public Runnable into(Object module) {
    CreationalContext<Object> context = beans.createCreationalContext(null);
    try {
      for (Class<?> type : lineage(module)) {
        fill(type, module, context);
      }
      call(PostConstruct.class, module);
      return () -> {
        try {
          call(PreDestroy.class, module);
        } finally {
          context.release();
        }
      };
    } catch (RuntimeException e) { // CDI has no one type for what it cannot inject
      context.release();
      throw e instanceof ModuleException told
          ? told
          : new ModuleException("it asks for what cannot be injected: " + e.getMessage(), e);
    }
  }

  private void fill(Class<?> type, Object module, CreationalContext<?> context) {
    for (Field field : type.getDeclaredFields()) {
      if (field.isAnnotationPresent(Inject.class)) {
        Object bean = beans.getInjectableReference(InjectedField.of(field, beans), context);
        try {
          field.setAccessible(true);
          field.set(module, bean);
        } catch (IllegalAccessException e) {
          throw new ModuleException("its field " + field.getName() + " cannot be set", e);
        }
      }
    }
  }

  private static void call(Class<? extends Annotation> step, Object module) {
    for (Class<?> type : lineage(module)) {
      for (Method method : type.getDeclaredMethods()) {
        if (method.isAnnotationPresent(step)) {
          call(method, module);
        }
      }
    }
  }

  private static void call(Method method, Object module) {
    try {
      method.setAccessible(true);
      method.invoke(module);
    } catch (InvocationTargetException e) {
      throw new ModuleException("its method " + method.getName() + " failed: " + e.getCause(), e);
    } catch (IllegalAccessException | IllegalArgumentException e) {
      throw new ModuleException("its method " + method.getName() + " cannot be called", e);
    }
  }

  /** The classes of a module, the highest first, as CDI orders it. */
  private static Deque<Class<?>> lineage(Object module) {
    Deque<Class<?>> types = new ArrayDeque<>();
    for (Class<?> type = module.getClass(); type != null; type = type.getSuperclass()) {
      types.addFirst(type);
    }
    return types;
  }
}
