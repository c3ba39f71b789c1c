// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;
import org.signalbox.timer.TimeSource;

/**
 * What has passed over a connection, when something last did, and how long it may be idle. Counted
 * by the connection's thread, read by all; the lifetime is set by any.
 */
final class StreamActivity {

  static final long FOR_EVER = Long.MAX_VALUE;

  /** What is counted. */
  private static final int BYTES_RECEIVED = 0;

  private static final int BYTES_SENT = 1;
  private static final int MESSAGES_RECEIVED = 2;
  private static final int MESSAGES_SENT = 3;

  private final TimeSource time;
  private final AtomicLongArray counts = new AtomicLongArray(4);
  private volatile long last;
  private volatile long lifetime;
  private volatile long lifetimeFrom;

  StreamActivity(TimeSource time, int lifetimeSeconds) {
    this.time = time;
    this.last = time.nanos();
    this.lifetimeFrom = last;
    this.lifetime = lifetimeSeconds < 0 ? FOR_EVER : Duration.ofSeconds(lifetimeSeconds).toNanos();
  }

  void received(int bytes) {
    count(BYTES_RECEIVED, bytes);
    last = time.nanos();
  }

  void messageReceived() {
    count(MESSAGES_RECEIVED, 1);
  }

  void sent(int bytes) {
    count(BYTES_SENT, bytes);
    last = time.nanos();
  }

  void messageSent() {
    count(MESSAGES_SENT, 1);
  }

  /** Something happened that is neither. */
  void moved() {
    last = time.nanos();
  }

  long bytesReceived() {
    return counts.get(BYTES_RECEIVED);
  }

  long bytesSent() {
    return counts.get(BYTES_SENT);
  }

  long messagesReceived() {
    return counts.get(MESSAGES_RECEIVED);
  }

  long messagesSent() {
    return counts.get(MESSAGES_SENT);
  }

  Duration idle() {
    return Duration.ofNanos(time.nanos() - last);
  }

  /** Sets the longest idle time and counts it from now. */
  void lifetime(Optional<Duration> longest) {
    lifetimeFrom = time.nanos();
    lifetime = longest.map(Duration::toNanos).orElse(FOR_EVER);
  }

  Optional<Duration> lifetime() {
    long longest = lifetime; // once, since any thread may set it
    return longest == FOR_EVER ? Optional.empty() : Optional.of(Duration.ofNanos(longest));
  }

  Optional<Duration> remaining() {
    long end = expiry();
    return end == FOR_EVER ? Optional.empty() : Optional.of(Duration.ofNanos(end - time.nanos()));
  }

  /** When its life ends if nothing more happens, on the monotonic clock. */
  long expiry() {
    long longest = lifetime;
    if (longest == FOR_EVER) {
      return FOR_EVER;
    }
    long moved = last;
    long from = lifetimeFrom;
    return (moved - from > 0 ? moved : from) + longest;
  }

  boolean expired() {
    long end = expiry();
    return end != FOR_EVER && end - time.nanos() <= 0;
  }

  // The connection's thread alone counts, so reading and writing need not be one step.
  private void count(int what, long amount) {
    counts.lazySet(what, counts.get(what) + amount);
  }
}
