// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

/** What adding a destination gives. */
public sealed interface AddOutcome {

  /** What {@code ka_add_destination} returns to a script. */
  int scriptValue();

  /** What {@code add_destination} of the guide's in-process API returns: 0 for success. */
  int apiValue();

  /** It is watched from now on. */
  record Added(long id) implements AddOutcome {
    @Override
    public int scriptValue() {
      return 1;
    }

    @Override
    public int apiValue() {
      return 0;
    }
  }

  /** It was there already: its failures are forgotten, and its pings resume if they had stopped. */
  record Duplicate(long id) implements AddOutcome {
    @Override
    public int scriptValue() {
      return -2;
    }

    @Override
    public int apiValue() {
      return -2;
    }
  }

  /**
   * It cannot be watched.
   *
   * @param cause what is wrong
   * @param reason a sentence for operators, without untrusted text
   */
  record Refused(Cause cause, String reason) implements AddOutcome {
    @Override
    public int scriptValue() {
      return -1;
    }

    @Override
    public int apiValue() {
      return -1;
    }
  }

  /** Why a destination is refused. */
  enum Cause {
    BAD_URI,
    BAD_OWNER,
    BAD_INTERVAL,
    BAD_SETTING,
    TABLE_FULL
  }
}
