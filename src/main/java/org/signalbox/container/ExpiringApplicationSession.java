// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.net.URL;
import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.servlet.sip.ServletTimer;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipSession;
import javax.servlet.sip.URI;
import org.jspecify.annotations.Nullable;
import org.signalbox.timer.TimerNode;

/**
 * An application session that ends by itself: it waits on the timer wheel as its own node (JSR 289
 * §6.1).
 *
 * <p>Thread-safe. Expiry is guarded by {@code this}; listeners are called outside that lock.
 */
final class ExpiringApplicationSession extends TimerNode implements SipApplicationSession {
  private final SessionTable table;
  private final String id;
  private final long createdMillis;
  private final SessionAttributes attributes;
  private final Map<String, DialogSession> sessions = new ConcurrentHashMap<>(4);
  private final Map<String, WheelTimer> timers = new ConcurrentHashMap<>(4);
  private final AtomicBoolean valid = new AtomicBoolean(true);
  private volatile long accessedMillis;
  private volatile boolean invalidateWhenReady = true;
  private volatile @Nullable String key;

  /** Guarded by this. */
  private Duration remaining;

  /** Wall clock in milliseconds, 0 for never; guarded by this. */
  private long expiresMillis;

  ExpiringApplicationSession(SessionTable table, String id, Duration lifetime) {
    this.table = table;
    this.id = id;
    this.createdMillis = table.time().instant().toEpochMilli();
    this.accessedMillis = createdMillis;
    this.remaining = lifetime;
    this.attributes =
        new SessionAttributes(
            (name, before, after) -> table.listeners().attribute(this, name, before, after));
  }

  void keyed(String key) {
    this.key = key;
  }

  synchronized void startExpiry() {
    if (remaining.isZero()) {
      table.wheel().cancel(this);
      expiresMillis = 0;
    } else {
      expiresMillis = table.time().instant().plus(remaining).toEpochMilli();
      table.wheel().start(this, remaining.toNanos());
    }
  }

  /** On the wheel's thread: the listeners run elsewhere. */
  @Override
  protected void expired() {
    table.callbacks().execute(this::lifetimeOver);
  }

  private void lifetimeOver() {
    if (!valid.get()) {
      return;
    }
    long deadline = expiration();
    table.listeners().expired(this);
    boolean extended = expiration() != deadline;
    if (!extended) {
      end();
    }
  }

  private synchronized long expiration() {
    return expiresMillis;
  }

  @Override
  public synchronized int setExpires(int minutes) {
    requireValid();
    remaining = Duration.ofMinutes(Math.max(0, minutes));
    startExpiry();
    return (int) remaining.toMinutes();
  }

  @Override
  public long getExpirationTime() {
    requireValid();
    long deadline = expiration();
    boolean past = deadline != 0 && deadline <= table.time().instant().toEpochMilli();
    return past ? Long.MIN_VALUE : deadline;
  }

  @Override
  public void invalidate() {
    if (!end()) {
      throw invalid();
    }
  }

  /** Ends it with everything in it; false when it has ended before. */
  boolean end() {
    if (!valid.compareAndSet(true, false)) {
      return false;
    }
    table.wheel().cancel(this);
    timers.values().forEach(WheelTimer::cancel);
    sessions.values().forEach(DialogSession::end);
    table.forget(this, key);
    table.listeners().destroyed(this);
    attributes.clear();
    return true;
  }

  void add(DialogSession session) {
    requireValid();
    sessions.put(session.getId(), session);
  }

  void remove(DialogSession session) {
    sessions.remove(session.getId());
    endWhenReady();
  }

  void add(WheelTimer timer) {
    requireValid();
    timers.put(timer.getId(), timer);
  }

  void remove(WheelTimer timer) {
    timers.remove(timer.getId());
  }

  /** JSR 289 §6.1.2: nothing left to wait for, so say so and go, if the application lets it. */
  void endWhenReady() {
    if (valid.get() && invalidateWhenReady && isReady()) {
      table.listeners().ready(this);
      if (invalidateWhenReady && isReady()) {
        end();
      }
    }
  }

  private boolean isReady() {
    return timers.isEmpty() && sessions.values().stream().allMatch(DialogSession::isReady);
  }

  void touch() {
    accessedMillis = table.time().instant().toEpochMilli();
  }

  @Override
  public String getId() {
    return id;
  }

  @Override
  public String getApplicationName() {
    return table.application().name();
  }

  @Override
  public boolean isValid() {
    return valid.get();
  }

  @Override
  public boolean isReadyToInvalidate() {
    requireValid();
    return isReady();
  }

  @Override
  public boolean getInvalidateWhenReady() {
    requireValid();
    return invalidateWhenReady;
  }

  @Override
  public void setInvalidateWhenReady(boolean invalidate) {
    requireValid();
    invalidateWhenReady = invalidate;
  }

  @Override
  public long getCreationTime() {
    requireValid();
    return createdMillis;
  }

  @Override
  public long getLastAccessedTime() {
    requireValid();
    return accessedMillis;
  }

  @Override
  public @Nullable Object getAttribute(String name) {
    requireValid();
    return attributes.get(name);
  }

  @Override
  public Iterator<String> getAttributeNames() {
    requireValid();
    return attributes.names().iterator();
  }

  @Override
  public void setAttribute(String name, Object value) {
    requireValid();
    attributes.set(name, value);
  }

  @Override
  public void removeAttribute(String name) {
    requireValid();
    attributes.remove(name);
  }

  @Override
  public Iterator<?> getSessions() {
    requireValid();
    return List.copyOf(sessions.values()).iterator();
  }

  @Override
  public Iterator<?> getSessions(String protocol) {
    requireValid();
    Objects.requireNonNull(protocol, "protocol");
    if (protocol.equalsIgnoreCase("HTTP")) {
      return List.of().iterator();
    }
    if (protocol.equalsIgnoreCase("SIP")) {
      return getSessions();
    }
    throw new IllegalArgumentException("The protocol is SIP or HTTP, not '" + protocol + "'.");
  }

  @Override
  public @Nullable SipSession getSipSession(String wanted) {
    requireValid();
    return sessions.get(Objects.requireNonNull(wanted, "id"));
  }

  @Override
  public @Nullable Object getSession(String wanted, Protocol protocol) {
    requireValid();
    Objects.requireNonNull(wanted, "id");
    return Objects.requireNonNull(protocol, "protocol") == Protocol.SIP
        ? sessions.get(wanted)
        : null;
  }

  @Override
  public @Nullable ServletTimer getTimer(String wanted) {
    requireValid();
    return timers.get(wanted);
  }

  @Override
  public Collection<ServletTimer> getTimers() {
    requireValid();
    return List.copyOf(timers.values());
  }

  @Override
  @Deprecated
  public void encodeURI(URI uri) {
    throw NotBuilt.refused("SipApplicationSession.encodeURI");
  }

  @Override
  public URL encodeURL(URL url) {
    throw NotBuilt.refused("SipApplicationSession.encodeURL");
  }

  private void requireValid() {
    if (!valid.get()) {
      throw invalid();
    }
  }

  private IllegalStateException invalid() {
    return new IllegalStateException("The SIP application session " + id + " is invalid.");
  }
}
