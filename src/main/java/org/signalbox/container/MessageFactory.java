// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.util.Objects;
import java.util.Set;
import javax.servlet.sip.Address;
import javax.servlet.sip.AuthInfo;
import javax.servlet.sip.Parameterable;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipURI;
import javax.servlet.sip.URI;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.Escapes;
import org.signalbox.sip.NameAddress;
import org.signalbox.sip.SipUri;

/** The {@code SipFactory}: addresses, sessions and initial requests. Thread-safe. */
final class MessageFactory implements SipFactory {
  /** RFC 3261 §8.1.1.4 leaves the start to us; counting begins at one. */
  private static final long FIRST_CSEQ = 1;

  private static final Set<String> NEVER_INITIAL = Set.of("ACK", "CANCEL", "PRACK", "UPDATE");

  private final ContainerCore core;
  private final UserAgentClient client;

  MessageFactory(ContainerCore core, UserAgentClient client) {
    this.core = core;
    this.client = client;
  }

  @Override
  public URI createURI(String uri) throws ServletParseException {
    return Uris.read(uri);
  }

  @Override
  public SipURI createSipURI(@Nullable String user, String host) {
    String escaped = user == null || user.isEmpty() ? null : Escapes.user(user);
    return new EditableSipUri(SipUri.of(escaped, EditableSipUri.bracketed(host), -1));
  }

  @Override
  public Address createAddress(String address) throws ServletParseException {
    return EditableAddress.read(address);
  }

  @Override
  public Address createAddress(URI uri) {
    return createAddress(uri, null);
  }

  @Override
  public Address createAddress(URI uri, @Nullable String displayName) {
    EditableAddress address = EditableAddress.of(NameAddress.of(displayName, Uris.written(uri)));
    address.setURI(uri);
    return address;
  }

  @Override
  public Parameterable createParameterable(String value) throws ServletParseException {
    return EditableParameterable.read(value);
  }

  @Override
  public SipApplicationSession createApplicationSession() {
    return core.sessions().create();
  }

  @Override
  public SipApplicationSession createApplicationSessionByKey(String key) {
    return Objects.requireNonNull(core.sessions().byKey(Objects.requireNonNull(key, "key"), true));
  }

  @Override
  public SipServletRequest createRequest(
      SipApplicationSession session, String method, String from, String to)
      throws ServletParseException {
    return createRequest(session, method, createAddress(from), createAddress(to));
  }

  @Override
  public SipServletRequest createRequest(
      SipApplicationSession session, String method, URI from, URI to) {
    return createRequest(session, method, createAddress(from), createAddress(to));
  }

  @Override
  public SipServletRequest createRequest(
      SipApplicationSession session, String method, Address from, Address to) {
    Objects.requireNonNull(session, "session");
    SystemHeaders.requireOneLine(method, "");
    if (NEVER_INITIAL.contains(method)) {
      throw new IllegalArgumentException(method + " cannot begin anything.");
    }
    if (!(session instanceof ExpiringApplicationSession own) || !session.isValid()) {
      throw new IllegalStateException("The SIP application session is invalid.");
    }
    NameAddress local = party(from).withTag(core.tags().fresh());
    NameAddress remote = party(to);
    String callId = core.tags().callId();
    DialogSession dialog = begun(own, new DialogId(callId, tag(local), ""), local, remote);
    URI target = requestUri(to);
    return new CreatedRequest(
        core,
        new CreatedRequest.Start(method, target, local, remote, callId, FIRST_CSEQ, dialog),
        client.sending());
  }

  /** Display name and URI: parameters of the header belong to the container (JSR 289 §10.1.1). */
  private static NameAddress party(Address address) {
    if (address.isWildcard()) {
      throw new IllegalArgumentException("A request is neither from nor to '*'.");
    }
    return NameAddress.of(address.getDisplayName(), Uris.written(address.getURI()));
  }

  private static String tag(NameAddress address) {
    return Objects.requireNonNullElse(address.tag(), "");
  }

  /** A copy, without the headers and the method that have no place there (RFC 3261 §19.1.1). */
  private static URI requestUri(Address to) {
    URI target = to.getURI().clone();
    if (target instanceof EditableSipUri sip) {
      sip.removeParameter("method");
      return new EditableSipUri(sip.uri().withHeaders(null));
    }
    return target;
  }

  private DialogSession begun(
      ExpiringApplicationSession application, DialogId id, NameAddress local, NameAddress remote) {
    DialogSession.Parties parties =
        new DialogSession.Parties(id, EditableAddress.fixed(local), EditableAddress.fixed(remote));
    return new DialogSession(core, application, parties, core.defaultHandler()).begin();
  }

  @Override
  @Deprecated
  public SipServletRequest createRequest(SipServletRequest original, boolean sameCallId) {
    throw NotBuilt.refused("SipFactory.createRequest from another request (B2BUA)");
  }

  @Override
  public AuthInfo createAuthInfo() {
    throw NotBuilt.refused("SipFactory.createAuthInfo");
  }
}
