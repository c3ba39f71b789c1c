// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Unmanaged;
import jakarta.enterprise.inject.spi.Unmanaged.UnmanagedInstance;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.servlet.ServletException;
import org.signalbox.container.ServletInstances;

/** Servlets and listeners of {@code sip.xml} with their {@code @Inject} fields filled by CDI. */
final class CdiServletInstances implements ServletInstances {
  private final BeanManager beans;
  private final ClassLoader loader;
  private final Map<Object, UnmanagedInstance<?>> living = new ConcurrentHashMap<>();

  CdiServletInstances(BeanManager beans, ClassLoader loader) {
    this.beans = beans;
    this.loader = loader;
  }

  @Override
  public <T> T create(String className, Class<T> type) throws ServletException {
    try {
      Class<? extends T> found = Class.forName(className, true, loader).asSubclass(type);
      return create(found);
    } catch (ClassNotFoundException e) {
      throw new ServletException("The class " + className + " is not in the application", e);
    } catch (ClassCastException e) {
      throw new ServletException(className + " is not a " + type.getName(), e);
    } catch (RuntimeException | LinkageError e) { // of the application, when it is constructed
      throw new ServletException(className + " cannot be created: " + e.getMessage(), e);
    }
  }

  private <T> T create(Class<T> type) {
    UnmanagedInstance<T> made = new Unmanaged<>(beans, type).newInstance();
    T instance = made.produce().inject().postConstruct().get();
    living.put(instance, made);
    return instance;
  }

  @Override
  public void destroy(Object instance) {
    UnmanagedInstance<?> made = living.remove(instance);
    if (made == null) {
      return;
    }
    try {
      made.preDestroy().dispose();
    } catch (RuntimeException e) {
      ServerLog.LOG.destroyFailed(instance.getClass().getName(), e);
    }
  }
}
