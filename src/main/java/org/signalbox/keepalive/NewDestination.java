// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.signalbox.keepalive.AddOutcome.Cause;
import org.signalbox.keepalive.AddOutcome.Refused;

/**
 * A destination to be added, with what the guide's in-process API lets a caller say about it.
 *
 * @param uri with or without scheme, or {@code proto:host:port}
 * @param owner who asks for it; half of its identity
 * @param interval between its pings; null for the default, zero for a single ping
 * @param onStateChange told of each change; null for nobody
 * @param onResponse told of each finished ping; null for nobody
 * @param user handed to both callbacks
 */
public record NewDestination(
    String uri,
    String owner,
    @Nullable Duration interval,
    @Nullable StateChangeCallback onStateChange,
    @Nullable ResponseCallback onResponse,
    @Nullable Object user) {

  private static final int LONGEST_OWNER = 256;
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofDays(7);

  /** A destination with nothing said about it. */
  public static NewDestination of(String uri, String owner) {
    return new NewDestination(uri, owner, null, null, null, null);
  }

  /** The same with an interval of its own. */
  public NewDestination every(Duration interval) {
    return new NewDestination(uri, owner, interval, onStateChange, onResponse, user);
  }

  /** The same with somebody who hears of changes. */
  public NewDestination onStateChange(StateChangeCallback callback) {
    return new NewDestination(uri, owner, interval, callback, onResponse, user);
  }

  /** The same with somebody who hears of every finished ping. */
  public NewDestination onResponse(ResponseCallback callback) {
    return new NewDestination(uri, owner, interval, onStateChange, callback, user);
  }

  /** The same with something for the callbacks. */
  public NewDestination withUser(Object user) {
    return new NewDestination(uri, owner, interval, onStateChange, onResponse, user);
  }

  /**
   * Why it cannot be watched, or null.
   *
   * @param normal what became of its URI
   */
  @Nullable Refused problem(@Nullable String normal) {
    if (normal == null) {
      return new Refused(Cause.BAD_URI, "this is not a SIP URI that can be pinged");
    }
    if (owner.length() > LONGEST_OWNER) {
      return new Refused(
          Cause.BAD_OWNER, "the owner is longer than " + LONGEST_OWNER + " characters");
    }
    if (owner.chars().anyMatch(Character::isISOControl)) {
      return new Refused(Cause.BAD_OWNER, "the owner contains control characters");
    }
    if (interval != null && !possible(interval)) {
      return new Refused(
          Cause.BAD_INTERVAL, "the interval must be 0 or from 0.1 seconds to 7 days");
    }
    return null;
  }

  private static boolean possible(Duration interval) {
    return interval.isZero()
        || (interval.compareTo(SHORTEST) >= 0 && interval.compareTo(LONGEST) <= 0);
  }
}
