// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

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
}
