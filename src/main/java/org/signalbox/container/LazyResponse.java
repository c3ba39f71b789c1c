// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.util.Objects;
import javax.servlet.sip.SipServletRequest;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.NameAddress;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.SipResponse;

/** A response to a request of this server, read when somebody asks; it cannot be changed. */
final class LazyResponse extends ResponseView {
  private final CreatedRequest request;
  private final SipResponse message;

  LazyResponse(ContainerCore core, CreatedRequest request, SipResponse message) {
    super(core);
    this.request = request;
    this.message = message;
  }

  @Override
  public boolean isCommitted() {
    return true;
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
    return message.statusCode();
  }

  @Override
  public String getReasonPhrase() {
    return message.reason();
  }

  @Override
  public String getCallId() {
    return Objects.requireNonNullElse(message.callId(), "");
  }

  /** The ACK of a 2xx to INVITE; other finals have been acknowledged already. */
  @Override
  public SipServletRequest createAck() {
    if (!getMethod().equals("INVITE") || message.statusClass() != 2) {
      throw new IllegalStateException(
          "Only a 2xx to INVITE is acknowledged by the application, not "
              + message.statusCode()
              + " to "
              + getMethod()
              + ".");
    }
    return request.acknowledging(message);
  }

  @Override
  public void send() {
    throw new IllegalStateException("A received response cannot be sent.");
  }

  @Override
  public void setStatus(int status) {
    requireUncommitted();
  }

  @Override
  public void setStatus(int status, String reason) {
    requireUncommitted();
  }

  @Override
  Headers headers() {
    return new WireHeaders(message);
  }

  @Override
  HeaderList writable() {
    throw new IllegalStateException("A received response cannot be changed.");
  }

  @Override
  @Nullable HeaderList live(String name) {
    return null;
  }

  @Override
  @Nullable NameAddress from() {
    return message.from();
  }

  @Override
  @Nullable NameAddress to() {
    return message.to();
  }

  @Override
  @Nullable DialogSession session(boolean create) {
    return request.session(create);
  }

  @Override
  @Nullable ReceiveInfo receiveInfo() {
    return message.local() ? null : message.received();
  }

  @Override
  byte[] receivedContent() {
    return message.body().toBytes();
  }

  @Override
  public String toString() {
    return message.toString();
  }
}
