// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.signalbox.transaction.TransactionTimers;

/**
 * What a script wants of the transaction of a request, before and after there is one: routes to
 * run, timers, manners (modules.md §2.1). One thread at a time.
 */
final class Wishes {
  @Nullable String failureRoute;
  @Nullable String replyRoute;

  /** For the next attempt only. */
  @Nullable String branchRoute;

  @Nullable String branchFailureRoute;
  boolean trying;
  boolean sixCancels;
  boolean internalReply = true;

  /** Whether CANCELs to branches carry the Reason of the client's. */
  boolean passedReason;

  private final TransactionTimers defaults;
  private TransactionTimers timers;

  Wishes(TmSettings settings, TransactionTimers defaults) {
    trying = settings.trying();
    sixCancels = settings.sixCancels();
    passedReason = settings.passedReason();
    this.defaults = defaults;
    this.timers = defaults;
  }

  /** The timers for what starts from now on. */
  TransactionTimers timers() {
    return timers;
  }

  /** Milliseconds until answers; 0 leaves one as it is. */
  void finalResponse(long invite, long other) {
    timers =
        timers.withFinalResponse(
            other > 0 ? Duration.ofMillis(other) : timers.fr(),
            invite > 0 ? Duration.ofMillis(invite) : timers.frInv());
  }

  void resetFinalResponse() {
    timers = timers.withFinalResponse(defaults.fr(), defaults.frInv());
  }

  /** Milliseconds between retransmissions; 0 leaves one as it is. */
  void retransmission(long first, long longest) {
    timers =
        timers.withRetransmission(
            first > 0 ? Duration.ofMillis(first) : timers.t1(),
            longest > 0 ? Duration.ofMillis(longest) : timers.t2());
  }

  void resetRetransmission() {
    timers = timers.withRetransmission(defaults.t1(), defaults.t2());
  }

  /** Milliseconds that a transaction lives at most; 0 leaves one as it is. */
  void lifetime(long invite, long other) {
    timers =
        timers.withLifetime(
            other > 0 ? Duration.ofMillis(other) : timers.lifetime(),
            invite > 0 ? Duration.ofMillis(invite) : timers.lifetimeInv());
  }

  void resetLifetime() {
    timers = timers.withLifetime(defaults.lifetime(), defaults.lifetimeInv());
  }

  Duration lifetime(boolean invite) {
    return invite ? timers.lifetimeInv() : timers.lifetime();
  }
}
