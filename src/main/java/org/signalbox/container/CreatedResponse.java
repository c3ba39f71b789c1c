// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.io.IOException;
import java.util.Objects;
import javax.servlet.sip.SipServletRequest;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.HeaderType;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.NameAddress;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.ResponseBuilder;

/** A response of this server to a received request, built when it is sent. */
final class CreatedResponse extends ResponseView {
  private static final byte[] NOTHING = {};

  private final LazyRequest request;
  private int status;
  private String reason;
  private @Nullable HeaderList own;
  private volatile boolean sent;

  CreatedResponse(ContainerCore core, LazyRequest request, int status, String reason) {
    super(core);
    this.request = request;
    this.status = status;
    this.reason = reason;
    if (needsContact()) {
      writable().add("Contact", contact());
    }
  }

  /** A response that makes a dialog tells where the peer reaches us (RFC 3261 §12.1.1). */
  private boolean needsContact() {
    boolean dialog =
        switch (request.message().known()) {
          case INVITE, SUBSCRIBE, REFER, UPDATE, NOTIFY -> true;
          default -> false;
        };
    return dialog && status > 100 && status < 300;
  }

  private EditableAddress contact() {
    ListeningPoint at = request.message().received().listener();
    return Contacts.of(at);
  }

  /** The message to send, not written yet. */
  ResponseBuilder build() {
    ResponseBuilder builder = ResponseBuilder.to(request.message(), status, reason);
    builder.toTag(status == 100 ? null : request.localTag());
    if (own != null) {
      builder.headerLines(own.lines(compact()));
    }
    byte[] content = contentToSend();
    if (content.length > 0) {
      String type = Objects.requireNonNullElse(getContentType(), "application/octet-stream");
      builder.body(content, type);
    }
    return builder;
  }

  @Override
  public void send() throws IOException {
    if (sent) {
      throw new IllegalStateException("The response has been sent.");
    }
    request.send(this);
    sent = true;
  }

  @Override
  public boolean isCommitted() {
    return sent;
  }

  @Override
  public SipServletRequest getRequest() {
    return request;
  }

  @Override
  public String getMethod() {
    return request.getMethod();
  }

  @Override
  public int getStatus() {
    return status;
  }

  @Override
  public String getReasonPhrase() {
    return reason;
  }

  @Override
  public void setStatus(int changed) {
    setStatus(changed, null);
  }

  @Override
  public void setStatus(int changed, @Nullable String phrase) {
    requireUncommitted();
    if (changed < 100 || changed > 699) {
      throw new IllegalArgumentException("The status is " + changed + "; it must be 100 to 699.");
    }
    status = changed;
    reason = Reasons.of(changed, phrase);
  }

  @Override
  Headers headers() {
    return new ReplyHeaders(request, String.valueOf(to()), recordRoute(), writable());
  }

  private boolean recordRoute() {
    return status >= 180 && status < 300;
  }

  @Override
  HeaderList writable() {
    if (own == null) {
      own = new HeaderList();
    }
    return own;
  }

  @Override
  public @Nullable String getContentType() {
    return own == null ? null : own.first(HeaderType.CONTENT_TYPE.wireName());
  }

  /** Its Contact may be read as a live address, to add a user or parameters (JSR 289 §4.1.3). */
  @Override
  @Nullable HeaderList live(String name) {
    return ReplyHeaders.copied(name, recordRoute()) ? null : writable();
  }

  @Override
  @Nullable NameAddress from() {
    return request.from();
  }

  @Override
  @Nullable NameAddress to() {
    @Nullable NameAddress to = request.to();
    return to == null || to.tag() != null || status == 100 ? to : to.withTag(request.localTag());
  }

  @Override
  @Nullable DialogSession session(boolean create) {
    return request.session(create);
  }

  @Override
  @Nullable ReceiveInfo receiveInfo() {
    return null; // it has not come from anywhere
  }

  @Override
  byte[] receivedContent() {
    return NOTHING;
  }

  @Override
  public SipServletRequest createAck() {
    throw new IllegalStateException("Only a received 2xx to INVITE can be acknowledged.");
  }
}
