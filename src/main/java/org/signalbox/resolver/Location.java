// SPDX-License-Identifier: Apache-2.0
package org.signalbox.resolver;

import java.util.List;

/** What a look-up gives; a value, because a name that does not exist is no accident. */
public sealed interface Location {

  /** At least one address, the first to be tried first. */
  record Found(List<Target> targets) implements Location {
    public Found {
      targets = List.copyOf(targets);
    }
  }

  /** No address. {@code detail} is a sentence for operators. */
  record NotFound(Cause cause, String detail) implements Location {}

  /** Why there is no address. */
  enum Cause {
    /** The name cannot be a name. */
    INVALID_NAME,
    /** The servers say that there is no such name, or nothing to reach under it. */
    UNKNOWN_NAME,
    /** No server answered in time. */
    TIMEOUT,
    /** The servers cannot answer. */
    SERVER_FAILURE,
    /** Too many look-ups are waiting already. */
    OVERLOAD
  }
}
