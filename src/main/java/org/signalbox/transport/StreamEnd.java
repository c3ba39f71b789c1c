// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.signalbox.transport.SendOutcome.Failed;

/** Whether a connection has ended and why: the first reason counts. Thread-safe. */
final class StreamEnd {
  private final AtomicReference<@Nullable Cause> cause = new AtomicReference<>();

  /** Why, and what senders hear from then on. */
  private record Cause(CloseReason reason, Failed failure) {}

  /** Ends it; false when it has ended already. */
  boolean begin(CloseReason reason, Failed failure) {
    return cause.compareAndSet(null, new Cause(reason, failure));
  }

  boolean begun() {
    return cause.get() != null;
  }

  /** Null while it lives. */
  @Nullable CloseReason reason() {
    Cause ended = cause.get();
    return ended == null ? null : ended.reason;
  }

  /** Why nothing can be sent any more; null while it lives. */
  @Nullable Failed failure() {
    Cause ended = cause.get();
    return ended == null ? null : ended.failure;
  }

  /** Whether what was received before is still to be handled: nobody here wanted the end. */
  boolean handles() {
    Cause ended = cause.get();
    return ended == null || ended.reason == CloseReason.RESET;
  }
}
