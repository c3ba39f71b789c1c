// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.signalbox.timer.TimeSource;
import org.signalbox.timer.TimerWheel;

/**
 * Keeps every session of an application, from the moment somebody asks for one until it is invalid.
 *
 * <p>Thread-safe: its maps are concurrent, each session guards itself.
 */
final class SessionTable {
  private final SipApplication application;
  private final Listeners listeners;
  private final ContainerPorts ports;
  private final int most;

  private final Map<String, ExpiringApplicationSession> byId = new ConcurrentHashMap<>();
  private final Map<String, ExpiringApplicationSession> byKey = new ConcurrentHashMap<>();
  private final Map<DialogId, DialogSession> dialogs = new ConcurrentHashMap<>();
  private final String prefix = Long.toHexString(new SecureRandom().nextLong());
  private final AtomicLong serial = new AtomicLong();

  SessionTable(SipApplication application, Listeners listeners, ContainerPorts ports, int most) {
    this.application = application;
    this.listeners = listeners;
    this.ports = ports;
    this.most = most;
  }

  /** There are as many sessions as the application may have; the sender is told 503. */
  static final class FullException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    final int most;

    FullException(int most) {
      super("There are already " + most + " SIP application sessions.");
      this.most = most;
    }
  }

  /** A new application session with the life time of {@code sip.xml}. */
  ExpiringApplicationSession create() {
    if (byId.size() >= most) {
      throw new FullException(most);
    }
    ExpiringApplicationSession session =
        new ExpiringApplicationSession(this, nextId(), application.sessionTimeout());
    byId.put(session.getId(), session);
    session.startExpiry();
    listeners.created(session);
    return session;
  }

  @Nullable ExpiringApplicationSession byId(String id) {
    return byId.get(id);
  }

  /** The application session of a key; made when missing if {@code create}. */
  @Nullable ExpiringApplicationSession byKey(String key, boolean create) {
    @Nullable ExpiringApplicationSession found = byKey.get(key);
    if (found != null || !create) {
      return found;
    }
    ExpiringApplicationSession made = create();
    @Nullable ExpiringApplicationSession first = byKey.putIfAbsent(key, made);
    if (first != null) {
      made.end();
      return first;
    }
    made.keyed(key);
    return made;
  }

  /** The session of a dialog, or null when nobody has asked for one in it. */
  @Nullable DialogSession dialog(DialogId id) {
    return dialogs.get(id);
  }

  /** Makes a session findable by its dialog; the first one stays. */
  DialogSession register(DialogId id, DialogSession session) {
    @Nullable DialogSession first = dialogs.putIfAbsent(id, session);
    return first == null ? session : first;
  }

  void forget(DialogId id, DialogSession session) {
    dialogs.remove(id, session);
  }

  void forget(ExpiringApplicationSession session, @Nullable String key) {
    byId.remove(session.getId(), session);
    if (key != null) {
      byKey.remove(key, session);
    }
  }

  /** Invalidates everything, when the application goes out of service. */
  void close() {
    List.copyOf(byId.values()).forEach(ExpiringApplicationSession::end);
  }

  String nextId() {
    return prefix + Long.toHexString(serial.incrementAndGet());
  }

  int dialogs() {
    return dialogs.size();
  }

  SipApplication application() {
    return application;
  }

  Listeners listeners() {
    return listeners;
  }

  TimerWheel wheel() {
    return ports.wheel();
  }

  TimeSource time() {
    return ports.time();
  }

  Executor callbacks() {
    return ports.callbacks();
  }
}
