// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.signalbox.keepalive.PingOutcome.OfTarget;
import org.signalbox.resolver.Target;

/** Waits until each address behind a name was heard, or was not. Thread-safe. */
final class TargetAnswers {
  private final List<Target> targets;
  private final PingListener listener;

  /** Guarded by this. */
  private final @Nullable PingOutcome[] outcomes;

  TargetAnswers(List<Target> targets, PingListener listener) {
    this.targets = targets;
    this.listener = listener;
    this.outcomes = new PingOutcome[targets.size()];
  }

  /** Who waits for the answer of the target at an index. */
  PingListener of(int index) {
    return outcome -> finished(index, outcome);
  }

  private void finished(int index, PingOutcome outcome) {
    synchronized (this) {
      outcomes[index] = outcome;
      if (!Arrays.stream(outcomes).allMatch(Objects::nonNull)) {
        return;
      }
    }
    listener.finished(new PingOutcome.Several(all()));
  }

  private synchronized List<OfTarget> all() {
    List<OfTarget> all = new ArrayList<>(outcomes.length);
    for (int i = 0; i < outcomes.length; i++) {
      all.add(new OfTarget(address(targets.get(i)), Objects.requireNonNull(outcomes[i])));
    }
    return all;
  }

  /** {@code proto:ip:port}. */
  static String address(Target target) {
    return target.protocol().parameterName() + ":" + Addresses.text(target.address());
  }
}
