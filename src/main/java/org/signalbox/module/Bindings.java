// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The ports through which modules reach the engine and each other: interface in, implementation
 * out. Thread-safe.
 */
public final class Bindings {
  private final Map<Class<?>, Object> ports;

  /** What was bound through this view. */
  private final Map<Class<?>, Object> own = new ConcurrentHashMap<>();

  /** What only this view offers. */
  private final Map<Class<?>, Object> personal = new ConcurrentHashMap<>();

  /** No ports yet. */
  public Bindings() {
    this(new ConcurrentHashMap<>());
  }

  private Bindings(Map<Class<?>, Object> ports) {
    this.ports = ports;
  }

  /** The same ports, for one module: it can take back what it binds. */
  Bindings view() {
    return new Bindings(ports);
  }

  /** Offers an implementation to users of this view only. */
  <P> void bindHere(Class<P> port, P implementation) {
    personal.put(port, implementation);
  }

  /** Takes back what was bound through this view. */
  void unbind() {
    own.forEach(ports::remove);
    own.clear();
  }

  /**
   * Offers an implementation of a port.
   *
   * @param port the interface that others know
   * @throws ModuleException when somebody else has already bound it
   */
  public <P> Bindings bind(Class<P> port, P implementation) {
    Object earlier = ports.putIfAbsent(port, implementation);
    if (earlier != null && earlier != implementation) {
      throw new ModuleException(
          port.getSimpleName() + " is already offered by " + earlier.getClass().getName());
    }
    if (earlier == null) {
      own.put(port, implementation);
    }
    return this;
  }

  /** The implementation of a port, if anybody offers one. */
  public <P> Optional<P> find(Class<P> port) {
    Object here = personal.get(port);
    return Optional.ofNullable(port.cast(here != null ? here : ports.get(port)));
  }

  /**
   * The implementation of a port without which the caller cannot work.
   *
   * @throws ModuleException when nobody offers one
   */
  public <P> P require(Class<P> port) {
    return find(port)
        .orElseThrow(
            () ->
                new ModuleException(
                    port.getSimpleName()
                        + " is missing: no loaded module or part of the server offers it"));
  }
}
