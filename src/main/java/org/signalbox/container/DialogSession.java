// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.Enumeration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.servlet.ServletContext;
import javax.servlet.ServletException;
import javax.servlet.sip.Address;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipSession;
import javax.servlet.sip.URI;
import javax.servlet.sip.ar.SipApplicationRoutingRegion;
import org.jspecify.annotations.Nullable;

/**
 * A SIP session that follows its dialog: its state comes from the responses that pass (JSR 289
 * §6.2).
 *
 * <p>Thread-safe. The dialog's names are guarded by {@code this}.
 */
final class DialogSession implements SipSession {
  private final ContainerCore core;
  private final SessionTable table;
  private final ExpiringApplicationSession application;
  private final String id;
  private final Parties parties;
  private final long createdMillis;
  private final SessionAttributes attributes;
  private final AtomicBoolean valid = new AtomicBoolean(true);

  /** Transactions of this session without their final response. */
  private final AtomicInteger pending = new AtomicInteger();

  private volatile State state = State.INITIAL;
  private volatile boolean used;
  private volatile boolean invalidateWhenReady = true;
  private volatile long accessedMillis;
  private volatile String handler;

  /** Guarded by this. */
  private DialogId dialog;

  /**
   * @param dialog the dialog as far as it is known
   * @param local our From or To, which nobody may change
   * @param remote the peer's
   */
  record Parties(DialogId dialog, Address local, Address remote) {}

  DialogSession(
      ContainerCore core, ExpiringApplicationSession application, Parties parties, String handler) {
    this.core = core;
    this.table = core.sessions();
    this.application = application;
    this.parties = parties;
    this.dialog = parties.dialog();
    this.handler = handler;
    this.id = table.nextId();
    this.createdMillis = table.time().instant().toEpochMilli();
    this.accessedMillis = createdMillis;
    this.attributes =
        new SessionAttributes(
            (name, before, after) -> table.listeners().attribute(this, name, before, after));
  }

  /** Puts it where it can be found; gives the session that was there first, if any. */
  DialogSession begin() {
    application.add(this);
    DialogSession first = table.register(parties.dialog(), this);
    if (first != this) {
      application.end();
      return first;
    }
    table.listeners().created(this);
    if (!application.isValid()) {
      end(); // its application session ended at the same time
    }
    return this;
  }

  /** The name of the servlet that hears of this session. */
  String handler() {
    return handler;
  }

  /** The peer's tag has come with its first answer; other forks keep the first name. */
  synchronized void remoteTag(String tag) {
    if (dialog.remoteTag().isEmpty() && !tag.isEmpty()) {
      table.forget(dialog, this);
      dialog = new DialogId(dialog.callId(), dialog.localTag(), tag);
      table.register(dialog, this);
    }
  }

  /** A transaction of this session begins. */
  void begins() {
    pending.incrementAndGet();
    used = true;
    touch();
  }

  /** A response passes; {@code asClient} when it came in. */
  void answered(String method, int status, boolean asClient) {
    touch();
    boolean opens = method.equals("INVITE") || method.equals("SUBSCRIBE") || method.equals("REFER");
    if (status >= 200) {
      pending.updateAndGet(count -> Math.max(0, count - 1));
    }
    if (method.equals("BYE") && status >= 200) {
      state = State.TERMINATED;
    } else if (opens && (state == State.INITIAL || state == State.EARLY)) {
      state = next(state, status, asClient);
    }
  }

  private static State next(State state, int status, boolean asClient) {
    if (status == 100) {
      return state;
    }
    if (status < 200) {
      return State.EARLY;
    }
    if (status < 300) {
      return State.CONFIRMED;
    }
    return asClient ? State.INITIAL : State.TERMINATED;
  }

  /** JSR 289 §6.2.4: tells that nothing holds this session any more and ends it, if allowed. */
  void endWhenReady() {
    if (valid.get() && invalidateWhenReady && isReady()) {
      table.listeners().ready(this);
      if (invalidateWhenReady && isReady() && end()) {
        application.remove(this);
      }
    }
  }

  boolean isReady() {
    return used && pending.get() == 0 && (state == State.TERMINATED || state == State.INITIAL);
  }

  void touch() {
    accessedMillis = table.time().instant().toEpochMilli();
    application.touch();
  }

  @Override
  public void invalidate() {
    if (!end()) {
      throw invalid();
    }
    application.remove(this);
  }

  /** Ends it without asking its application session; false when it has ended before. */
  boolean end() {
    if (!valid.compareAndSet(true, false)) {
      return false;
    }
    synchronized (this) {
      table.forget(dialog, this);
    }
    table.listeners().destroyed(this);
    attributes.clear();
    return true;
  }

  @Override
  public String getId() {
    return id;
  }

  @Override
  public boolean isValid() {
    return valid.get();
  }

  @Override
  public State getState() {
    requireValid();
    return state;
  }

  @Override
  public String getCallId() {
    return parties.dialog().callId();
  }

  @Override
  public Address getLocalParty() {
    return parties.local();
  }

  @Override
  public Address getRemoteParty() {
    return parties.remote();
  }

  @Override
  public SipApplicationSession getApplicationSession() {
    return application;
  }

  @Override
  public ServletContext getServletContext() {
    return core.context();
  }

  @Override
  public void setHandler(String servlet) throws ServletException {
    requireValid();
    if (core.servlets().named(servlet) == null) {
      throw new ServletException("There is no servlet named '" + servlet + "' in sip.xml.");
    }
    handler = servlet;
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
  public Enumeration<String> getAttributeNames() {
    requireValid();
    return Collections.enumeration(attributes.names());
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
  public SipServletRequest createRequest(String method) {
    requireValid();
    throw NotBuilt.refused("SipSession.createRequest (requests within a dialog)");
  }

  @Override
  public SipApplicationRoutingRegion getRegion() {
    return SipApplicationRoutingRegion.NEUTRAL_REGION; // one application, no router
  }

  @Override
  public @Nullable URI getSubscriberURI() {
    return null; // only an application router knows one
  }

  @Override
  public void setOutboundInterface(InetAddress address) {
    throw NotBuilt.refused("SipSession.setOutboundInterface");
  }

  @Override
  public void setOutboundInterface(InetSocketAddress address) {
    throw NotBuilt.refused("SipSession.setOutboundInterface");
  }

  private void requireValid() {
    if (!valid.get()) {
      throw invalid();
    }
  }

  private IllegalStateException invalid() {
    return new IllegalStateException("The SIP session " + id + " is invalid.");
  }
}
