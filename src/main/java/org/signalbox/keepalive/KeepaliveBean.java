// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.ModulesStarted;
import org.signalbox.module.ModulesStopping;

/** Makes {@link Keepalive} injectable, and CDI events of the news, each with its {@link Owner}. */
@ApplicationScoped
public class KeepaliveBean {
  @Inject private Event<KeepaliveEvent> events;
  @Inject private BeanManager observers;
  private volatile @Nullable DestinationWatch watch;

  /** Guarded by this. */
  private final List<KeepaliveListener> listeners = new ArrayList<>();

  /** Passes the news on, if the file loads the module. */
  public void begin(@Observes ModulesStarted started) {
    started.find(KeepaliveModule.class).flatMap(KeepaliveModule::watch).ifPresent(this::follow);
  }

  /** Forgets the module. */
  public void end(@Observes ModulesStopping stopping) {
    watch = null;
  }

  /**
   * Has somebody told of everything, without the price of a CDI event: for those who want to hear
   * of each answer.
   */
  public synchronized void listen(KeepaliveListener listener) {
    listeners.add(listener);
    DestinationWatch running = watch;
    if (running != null) {
      running.listen(listener);
    }
  }

  /** The running module; empty when the file does not load it. */
  public Optional<Keepalive> loaded() {
    return Optional.ofNullable(watch);
  }

  /**
   * The running module for {@code @Inject}; looked up when it is first used.
   *
   * @throws IllegalStateException when the file does not load it
   */
  @Produces
  @ApplicationScoped
  public Keepalive keepalive() {
    return loaded()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the keepalive module is not loaded: the configuration file needs loadmodule"
                        + " \"keepalive.so\""));
  }

  private synchronized void follow(DestinationWatch started) {
    watch = started;
    started.listen(new OwnedEvents(events, observers));
    listeners.forEach(started::listen);
  }
}
