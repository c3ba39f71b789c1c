// SPDX-License-Identifier: Apache-2.0
package org.signalbox.async;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javax.servlet.sip.SipServletRequest;
import org.jspecify.annotations.Nullable;
import org.signalbox.container.RawRequest;
import org.signalbox.module.ModulesStarted;
import org.signalbox.module.ModulesStopping;
import org.signalbox.transaction.ServerTransaction;

/** Makes {@link Async} injectable, and lets the requests of SIP Servlets wait. */
@ApplicationScoped
public class AsyncBean {
  /** What operators read in place of a route. */
  private static final String SERVLET = "(servlet)";

  private volatile @Nullable AsyncModule module;

  /** Finds the module, if the file loads it. */
  public void begin(@Observes ModulesStarted started) {
    started.find(AsyncModule.class).ifPresent(begun -> module = begun);
  }

  /** Forgets the module. */
  public void end(@Observes ModulesStopping stopping) {
    module = null;
  }

  /** The running module; empty when the file does not load it. */
  public Optional<Async> loaded() {
    AsyncModule known = module;
    return known == null ? Optional.empty() : known.async();
  }

  /**
   * The running module for {@code @Inject}; looked up when it is first used.
   *
   * @throws IllegalStateException when the file does not load it
   */
  @Produces
  @ApplicationScoped
  public Async async() {
    return loaded().orElseThrow(AsyncBean::missing);
  }

  /**
   * Lets a request wait without a thread; its transaction waits for as long. The servlet may return
   * at once.
   *
   * @param pause until it goes on
   * @param then runs on a worker of the module, unless the request was answered or cancelled in the
   *     meantime; what it throws is answered with 500
   * @return the number under which {@link Async} knows it; empty when it cannot wait: it has been
   *     answered, or too many wait
   * @throws IllegalStateException when the file does not load the module
   * @throws IllegalArgumentException for a pause that is negative or longer than {@link
   *     Async#LONGEST}
   */
  public Optional<Waiting> suspend(
      SipServletRequest request, Duration pause, Consumer<SipServletRequest> then) {
    return suspend(request, pause, SERVLET, () -> then.accept(request));
  }

  /**
   * The same, going on in a route of the script, which then owns the request.
   *
   * @param route the name of a {@code route[...]} block
   * @throws IllegalArgumentException when the script has no such route, or the request belongs to a
   *     session: only its servlet can go on with that; or for such a pause
   */
  public Optional<Waiting> suspend(SipServletRequest request, Duration pause, String route) {
    if (request.getSession(false) != null) {
      throw new IllegalArgumentException("a request of a session goes on in its servlet only");
    }
    Consumer<ServerTransaction> entry = work().entry(route);
    return suspend(request, pause, route, () -> transaction(request).ifPresent(entry));
  }

  private Optional<Waiting> suspend(
      SipServletRequest request, Duration pause, String next, Runnable then) {
    Work work = work();
    return transaction(request)
        .map(
            known ->
                new HeldTransaction(
                    known, next, then, (code, reason) -> answered(request, code, reason)))
        .flatMap(held -> work.suspend(held, pause));
  }

  private static Optional<ServerTransaction> transaction(SipServletRequest request) {
    return request instanceof RawRequest raw
            && raw.transaction() instanceof ServerTransaction transaction
        ? Optional.of(transaction)
        : Optional.empty();
  }

  private static boolean answered(SipServletRequest request, int code, String reason) {
    try {
      request.createResponse(code, reason).send();
      return true;
    } catch (IOException | IllegalStateException late) {
      AsyncLog.LOG.debug("The request was answered or gone meanwhile.", late);
      return false;
    }
  }

  private Work work() {
    AsyncModule known = module;
    return Optional.ofNullable(known).flatMap(AsyncModule::work).orElseThrow(AsyncBean::missing);
  }

  private static IllegalStateException missing() {
    return new IllegalStateException(
        "the async module is not loaded: the configuration file needs loadmodule \"async.so\"");
  }
}
