// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipSession;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.ReceiveInfo;

/**
 * What surrounds a message: where it came from, its session, and what the application notes on it.
 *
 * <p>Several threads may use it.
 */
abstract class MessageEnvelope implements SipServletMessage {
  final ContainerCore core;

  private volatile @Nullable Map<String, Object> attributes;

  MessageEnvelope(ContainerCore core) {
    this.core = core;
  }

  /** From where it was received; null for a message made here. */
  abstract @Nullable ReceiveInfo receiveInfo();

  /** The session of the message; made if {@code create}. */
  abstract @Nullable DialogSession session(boolean create);

  // Attributes

  @Override
  public @Nullable Object getAttribute(String name) {
    Objects.requireNonNull(name, "name");
    @Nullable Map<String, Object> known = attributes;
    return known == null ? null : known.get(name);
  }

  @Override
  public Enumeration<String> getAttributeNames() {
    @Nullable Map<String, Object> known = attributes;
    return Collections.enumeration(known == null ? List.of() : List.copyOf(known.keySet()));
  }

  @Override
  public void setAttribute(String name, Object value) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
    noted().put(name, value);
  }

  /** Most messages carry none, so the map is made for the first. */
  private synchronized Map<String, Object> noted() {
    @Nullable Map<String, Object> known = attributes;
    if (known == null) {
      known = new ConcurrentHashMap<>(4);
      attributes = known;
    }
    return known;
  }

  @Override
  public void removeAttribute(String name) {
    @Nullable Map<String, Object> known = attributes;
    if (known != null) {
      known.remove(name);
    }
  }

  // Sessions

  @Override
  public SipSession getSession() {
    return Objects.requireNonNull(session(true));
  }

  @Override
  public @Nullable SipSession getSession(boolean create) {
    return session(create);
  }

  @Override
  public SipApplicationSession getApplicationSession() {
    return getSession().getApplicationSession();
  }

  @Override
  public @Nullable SipApplicationSession getApplicationSession(boolean create) {
    @Nullable DialogSession found = session(create);
    return found == null ? null : found.getApplicationSession();
  }

  // Where it came from

  @Override
  public @Nullable String getTransport() {
    @Nullable ReceiveInfo info = receiveInfo();
    return info == null ? null : info.protocol().name();
  }

  @Override
  public @Nullable String getRemoteAddr() {
    @Nullable ReceiveInfo info = receiveInfo();
    return info == null ? null : info.source().getAddress().getHostAddress();
  }

  @Override
  public int getRemotePort() {
    @Nullable ReceiveInfo info = receiveInfo();
    return info == null ? -1 : info.source().getPort();
  }

  @Override
  public @Nullable String getLocalAddr() {
    @Nullable ReceiveInfo info = receiveInfo();
    return info == null ? null : info.local().getAddress().getHostAddress();
  }

  @Override
  public int getLocalPort() {
    @Nullable ReceiveInfo info = receiveInfo();
    return info == null ? -1 : info.local().getPort();
  }

  @Override
  public @Nullable String getInitialRemoteAddr() {
    return getRemoteAddr(); // one application: nobody has handled it before
  }

  @Override
  public int getInitialRemotePort() {
    return getRemotePort();
  }

  @Override
  public @Nullable String getInitialTransport() {
    return getTransport();
  }

  @Override
  public boolean isSecure() {
    @Nullable String transport = getTransport();
    return "TLS".equals(transport) || "WSS".equals(transport);
  }

  @Override
  public @Nullable String getRemoteUser() {
    return null; // nobody is authenticated by the container
  }

  @Override
  public @Nullable Principal getUserPrincipal() {
    return null;
  }

  @Override
  public boolean isUserInRole(String role) {
    return false;
  }
}
