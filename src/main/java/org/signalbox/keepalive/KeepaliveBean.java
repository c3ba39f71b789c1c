// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.ModulesStarted;
import org.signalbox.module.ModulesStopping;

/** Makes {@link Keepalive} injectable, and CDI events of the news, each with its {@link Owner}. */
@ApplicationScoped
public class KeepaliveBean {
  @Inject private Event<KeepaliveEvent> events;
  private volatile @Nullable Keepalive keepalive;

  /** Passes the news on, if the file loads the module. */
  public void begin(@Observes ModulesStarted started) {
    started.find(KeepaliveModule.class).flatMap(KeepaliveModule::watch).ifPresent(this::follow);
  }

  /** Forgets the module. */
  public void end(@Observes ModulesStopping stopping) {
    keepalive = null;
  }

  /** The running module; empty when the file does not load it. */
  public Optional<Keepalive> loaded() {
    return Optional.ofNullable(keepalive);
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

  private void follow(DestinationWatch watch) {
    keepalive = watch;
    watch.listen(new OwnedEvents(events)::fire);
  }
}
