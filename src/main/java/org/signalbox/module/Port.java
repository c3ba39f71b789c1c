// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import org.jspecify.annotations.Nullable;

/**
 * A port that a module uses while messages run: known by its interface when the module is made,
 * connected when it is initialised or started. Connected on the thread that starts the server,
 * before the first message.
 *
 * @param <P> the interface
 */
public final class Port<P> {
  private final Class<P> type;
  private @Nullable P implementation;

  private Port(Class<P> type) {
    this.type = type;
  }

  /** A port that is not connected yet. */
  public static <P> Port<P> to(Class<P> type) {
    return new Port<>(type);
  }

  /**
   * Looks the implementation up.
   *
   * @throws ModuleException when nobody offers one
   */
  public void connect(Bindings bindings) {
    implementation = bindings.require(type);
  }

  /** Looks the implementation up; without one {@link #connected} stays false. */
  public void connectIfThere(Bindings bindings) {
    implementation = bindings.find(type).orElse(null);
  }

  /** Whether there is an implementation. */
  public boolean connected() {
    return implementation != null;
  }

  /**
   * The implementation.
   *
   * @throws ModuleException before it is connected
   */
  public P get() {
    P connected = implementation;
    if (connected == null) {
      throw new ModuleException(type.getSimpleName() + " is used before the module is started");
    }
    return connected;
  }
}
