// SPDX-License-Identifier: Apache-2.0
package org.signalbox.siprepo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.ModulesStarted;
import org.signalbox.module.ModulesStopping;

/** Makes {@link SipRepository} injectable. */
@ApplicationScoped
public class SipRepositoryBean {
  private volatile @Nullable SipRepository repository;

  /** Looks for the module. */
  public void begin(@Observes ModulesStarted started) {
    started
        .find(SiprepoModule.class)
        .flatMap(SiprepoModule::repository)
        .ifPresent(begun -> repository = begun);
  }

  /** Forgets the module. */
  public void end(@Observes ModulesStopping stopping) {
    repository = null;
  }

  /** The running module; empty when the file does not load it. */
  public Optional<SipRepository> loaded() {
    return Optional.ofNullable(repository);
  }

  /**
   * The running module for {@code @Inject}; looked up when it is first used.
   *
   * @throws IllegalStateException when the file does not load it
   */
  @Produces
  @ApplicationScoped
  public SipRepository sipRepository() {
    return loaded()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the siprepo module is not loaded: the configuration file needs loadmodule"
                        + " \"siprepo.so\""));
  }
}
