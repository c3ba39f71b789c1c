// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import javax.servlet.sip.Address;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipURI;
import javax.servlet.sip.URI;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.CSeq;
import org.signalbox.sip.HeaderType;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.NameAddress;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.RequestBuilder;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.SipResponse;
import org.signalbox.sip.SipUri;

/**
 * A request of this server. It is built when it is sent, because only then it is known from where.
 *
 * <p>One thread until it is sent.
 */
final class CreatedRequest extends RequestView {
  private static final byte[] NOTHING = {};

  private final Start start;
  private final Sending sending;
  private final HeaderList own = new HeaderList();
  private URI uri;
  private volatile boolean sent;

  /**
   * What a request is before the application adds to it.
   *
   * @param method any token
   * @param uri the Request-URI
   * @param from with its tag
   * @param to without a tag unless it stays in a dialog
   * @param callId the Call-ID
   * @param cseq the number of CSeq
   * @param session its session
   */
  record Start(
      String method,
      URI uri,
      NameAddress from,
      NameAddress to,
      String callId,
      long cseq,
      DialogSession session) {

    /** Another request of the same call, such as its ACK. */
    Start with(String otherMethod, URI otherUri, NameAddress otherTo) {
      return new Start(otherMethod, otherUri, from, otherTo, callId, cseq, session);
    }
  }

  /** How a request leaves: a new transaction, the ACK of a 2xx, a CANCEL. */
  interface Sending {
    void send(CreatedRequest request) throws IOException;

    /** The CANCEL of the request, not sent yet. */
    CreatedRequest cancelling(CreatedRequest request);

    /** The ACK of the 2xx to the request, not sent yet. */
    CreatedRequest acknowledging(CreatedRequest request, SipResponse success);
  }

  CreatedRequest(ContainerCore core, Start start, Sending sending) {
    super(core);
    this.start = start;
    this.sending = sending;
    this.uri = start.uri();
    own.add("To", start.to());
    own.add("From", start.from());
    own.add("CSeq", new CSeq(start.cseq(), start.method()));
    own.add("Call-ID", start.callId());
    own.add("Max-Forwards", "70");
    addContact();
  }

  Start start() {
    return start;
  }

  /** RFC 3261 §8.1.1.8: the host is set when it is known from where the request leaves. */
  private void addContact() {
    boolean dialog =
        switch (start.method()) {
          case "INVITE", "SUBSCRIBE", "REFER", "UPDATE", "NOTIFY" -> true;
          default -> false;
        };
    List<ListeningPoint> points = core.ports().listeningPoints().get();
    if (dialog && !points.isEmpty()) {
      own.add("Contact", Contacts.of(points.get(0)));
    }
  }

  /**
   * The message to send from a listening point.
   *
   * @throws IllegalStateException when a header of the application breaks it
   */
  SipRequest build(ListeningPoint source) {
    moveContact(source);
    RequestBuilder builder =
        RequestBuilder.of(start.method(), Uris.written(uri))
            .from(start.from())
            .to(start.to())
            .callId(start.callId())
            .cseq(start.cseq())
            .maxForwards(Math.max(0, getMaxForwards()));
    builder.headerLines(own.lines(compact()));
    byte[] content = contentToSend();
    if (content.length > 0) {
      String type = Objects.requireNonNullElse(getContentType(), "application/octet-stream");
      builder.body(content, type);
    }
    return builder.build();
  }

  private void moveContact(ListeningPoint source) {
    if (contactIsFree() || !own.has("Contact")) {
      return;
    }
    try {
      for (EditableAddress contact : own.addresses("Contact")) {
        if (contact.getURI() instanceof SipURI reachable) {
          SipUri real = Contacts.uri(source);
          reachable.setHost(real.host());
          reachable.setPort(real.port());
          reachable.setTransportParam(real.parameter("transport"));
        }
      }
    } catch (ServletParseException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The header lines that the application has added, for a CANCEL. */
  String ownLines() {
    return own.lines(false);
  }

  /** Where it goes first: the top Route, else the Request-URI (RFC 3261 §8.1.2). */
  SipUri nextHop() throws IOException {
    try {
      List<EditableAddress> routes = own.addresses("Route");
      URI target = routes.isEmpty() ? uri : routes.get(0).getURI();
      if (target instanceof EditableSipUri sip) {
        return sip.uri();
      }
      throw new IOException(
          "'" + target + "' is no SIP URI: push a route to whoever can reach it.");
    } catch (ServletParseException malformed) {
      throw new IOException(malformed.getMessage(), malformed);
    }
  }

  @Override
  public void send() throws IOException {
    if (sent) {
      throw new IllegalStateException("The request has been sent.");
    }
    if (!start.session().isValid()) {
      throw new IllegalStateException("The SIP session of the request is invalid.");
    }
    sent = true;
    boolean left = false;
    try {
      sending.send(this);
      left = true;
    } finally {
      sent = left; // what could not leave may be corrected and sent again
    }
  }

  CreatedRequest acknowledging(SipResponse success) {
    return sending.acknowledging(this, success);
  }

  @Override
  public SipServletRequest createCancel() {
    if (!start.method().equals("INVITE") || !sent) {
      throw new IllegalStateException("Only an INVITE that was sent can be cancelled.");
    }
    return sending.cancelling(this);
  }

  /** Puts a loose route on top; the container does not do strict routing. */
  @Override
  public void pushRoute(SipURI route) {
    SipURI loose = (SipURI) route.clone();
    loose.setLrParam(true);
    requireUncommitted();
    own.addFirst(
        HeaderType.ROUTE, "Route", EditableAddress.of(NameAddress.of(Uris.written(loose))));
  }

  @Override
  public void pushRoute(Address route) {
    if (!(route.getURI() instanceof SipURI sip)) {
      throw new IllegalArgumentException("A route is a SIP URI, not '" + route + "'.");
    }
    pushRoute(sip);
  }

  @Override
  public SipServletResponse createResponse(int status) {
    throw new IllegalStateException("A request of this server is answered by its peer.");
  }

  @Override
  public SipServletResponse createResponse(int status, String reason) {
    return createResponse(status);
  }

  @Override
  public String getMethod() {
    return start.method();
  }

  @Override
  public URI getRequestURI() {
    return uri;
  }

  @Override
  public void setRequestURI(URI changed) {
    requireUncommitted();
    uri = Objects.requireNonNull(changed, "uri");
  }

  @Override
  public boolean isInitial() {
    return start.to().tag() == null;
  }

  @Override
  public boolean isCommitted() {
    return sent;
  }

  @Override
  Headers headers() {
    return own;
  }

  @Override
  HeaderList writable() {
    return own;
  }

  @Override
  HeaderList live(String name) {
    return own;
  }

  @Override
  NameAddress from() {
    return start.from();
  }

  @Override
  NameAddress to() {
    return start.to();
  }

  @Override
  DialogSession session(boolean create) {
    return start.session();
  }

  @Override
  @Nullable ReceiveInfo receiveInfo() {
    return null; // it has not come from anywhere
  }

  @Override
  byte[] receivedContent() {
    return NOTHING;
  }
}
