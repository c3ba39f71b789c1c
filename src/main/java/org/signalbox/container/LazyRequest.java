// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.io.IOException;
import java.util.Objects;
import javax.servlet.sip.Address;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipURI;
import javax.servlet.sip.URI;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.Method;
import org.signalbox.sip.NameAddress;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.ResponseBuilder;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.Uri;
import org.signalbox.transaction.Admission;
import org.signalbox.transaction.ServerTransaction;

/**
 * A received request that gets a transaction, a session or a header list of its own only when one
 * of them is needed (docs/decisions/0005).
 *
 * <p>Any thread may answer it: the fields about that are guarded by {@code this}.
 */
final class LazyRequest extends RequestView implements RawRequest {
  private static final Uri NOWHERE = Uri.of("sip:nowhere.invalid");

  private final SipRequest message;
  private @Nullable HeaderList changed;
  private @Nullable URI uri;

  /** Whether a servlet is in {@code service()} with it; guarded by this. */
  private boolean serving;

  /** Whether the ACK of its 2xx has come; guarded by this. */
  private boolean acknowledged;

  /** Guarded by this. */
  private @Nullable Admission admission;

  /** Guarded by this. */
  private @Nullable DialogSession session;

  /** The last response sent, kept for who asks about it later; guarded by this. */
  private @Nullable CreatedResponse answer;

  /** The status of the final response; 0 before it. */
  private volatile int finalStatus;

  private volatile @Nullable String handler;

  /** Who can hand it to another servlet; null for a request that is only told. */
  private final @Nullable UserAgentServer server;

  LazyRequest(ContainerCore core, SipRequest message) {
    this(core, message, (UserAgentServer) null);
  }

  /** A request that its first servlet may hand to another. */
  LazyRequest(ContainerCore core, SipRequest message, @Nullable UserAgentServer server) {
    super(core);
    this.message = message;
    this.server = server;
  }

  /** A request whose transaction exists already: an INVITE that was cancelled, a CANCEL. */
  LazyRequest(ContainerCore core, SipRequest message, Admission admission) {
    this(core, message);
    this.admission = admission;
  }

  @Override
  public SipRequest message() {
    return message;
  }

  @Override
  public synchronized @Nullable ServerTransaction startedTransaction() {
    return admission instanceof ServerTransaction transaction ? transaction : null;
  }

  @Override
  public synchronized Admission transaction() {
    @Nullable Admission known = admission;
    if (known == null) {
      known = core.ports().transactions().newServerTransaction(message, this);
      admission = known;
    }
    return known;
  }

  @Override
  public boolean serveBy(String servlet) {
    UserAgentServer known = server;
    return known != null && startedTransaction() == null && known.serve(this, servlet);
  }

  /** Says whose it is, before a transaction makes it known to a CANCEL. */
  void handledBy(String servlet) {
    handler = servlet;
  }

  /** Whether this is the first ACK of its 2xx; later ones are retransmissions. */
  synchronized boolean acknowledged() {
    boolean first = !acknowledged;
    acknowledged = true;
    return first;
  }

  /** A servlet begins to work on it. */
  synchronized void served(String servlet) {
    handler = servlet;
    serving = true;
  }

  /** The servlet has returned; true when the request is still to be answered. */
  synchronized boolean left() {
    serving = false;
    return finalStatus == 0;
  }

  @Nullable String handler() {
    return handler;
  }

  int finalStatus() {
    return finalStatus;
  }

  synchronized @Nullable CreatedResponse answer() {
    return answer;
  }

  /** Its transaction has ended without an answer; the peer has given up. */
  void abandoned() {
    @Nullable DialogSession own;
    synchronized (this) {
      if (finalStatus != 0) {
        return;
      }
      finalStatus = 408;
      own = session;
    }
    if (own != null) {
      own.answered(message.method(), 408, false);
      own.endWhenReady();
    }
  }

  /**
   * Sends a response of this request.
   *
   * @throws IllegalStateException when a final one has been sent
   * @throws IOException when its transaction has ended or could not begin
   */
  void send(CreatedResponse response) throws IOException {
    int status = response.getStatus();
    boolean stateless;
    @Nullable DialogSession own;
    synchronized (this) {
      boolean another2xx = message.is(Method.INVITE) && finalStatus / 100 == 2 && status / 100 == 2;
      if (finalStatus != 0 && !another2xx) {
        throw new IllegalStateException("The request has been answered with " + finalStatus + ".");
      }
      stateless = status >= 200 && needsNoTransaction();
      if (status >= 200) {
        finalStatus = status;
      }
      answer = response;
      own = session;
    }
    try {
      leave(response.build(), stateless);
    } finally {
      settle(own, status);
    }
  }

  private void leave(ResponseBuilder built, boolean stateless) throws IOException {
    if (stateless) {
      core.ports().transactions().replyStatelessly(message, built);
    } else {
      reply(built);
    }
  }

  private void settle(@Nullable DialogSession own, int status) {
    if (own != null) {
      own.answered(message.method(), status, false);
      if (!isServing()) {
        own.endWhenReady();
      }
    }
  }

  /** RFC 3261 §8.2.7: an OPTIONS changes nothing, so that answering it twice does no harm. */
  private boolean needsNoTransaction() {
    return message.is(Method.OPTIONS)
        && serving
        && admission == null
        && session == null
        && !core.stateful();
  }

  private synchronized boolean isServing() {
    return serving;
  }

  private void reply(ResponseBuilder built) throws IOException {
    if (!(transaction() instanceof ServerTransaction transaction)) {
      throw new IOException("The request was refused a transaction: " + admission + ".");
    }
    boolean success = message.is(Method.INVITE) && built.code() / 100 == 2;
    boolean sent =
        success ? transaction.replyUntilAcknowledged(built.build()) : transaction.reply(built);
    if (!sent) {
      throw new IOException("The transaction of the request is over.");
    }
  }

  @Override
  public SipServletResponse createResponse(int status) {
    return createResponse(status, null);
  }

  @Override
  public SipServletResponse createResponse(int status, @Nullable String reason) {
    if (status < 100 || status > 699) {
      throw new IllegalArgumentException("The status is " + status + "; it must be 100 to 699.");
    }
    if (message.is(Method.ACK) || message.is(Method.CANCEL)) {
      throw new IllegalStateException(
          message.method() + " is answered by the container or not at all.");
    }
    if (finalStatus != 0 && (!message.is(Method.INVITE) || finalStatus >= 300)) {
      throw new IllegalStateException("The request has been answered with " + finalStatus + ".");
    }
    return new CreatedResponse(core, this, status, Reasons.of(status, reason));
  }

  @Override
  @Nullable DialogSession session(boolean create) {
    @Nullable DialogSession own = joined();
    if (own != null) {
      return own;
    }
    boolean inDialog = message.toTag() != null && core.sessions().dialogs() > 0;
    @Nullable DialogSession found = inDialog ? core.sessions().dialog(dialog()) : null;
    if (found == null && create) {
      found = begun(); // outside the lock: listeners hear of it
    }
    return found == null ? null : join(found);
  }

  /** The session it takes part in so far. */
  synchronized @Nullable DialogSession joined() {
    return session;
  }

  /** Takes part in a session until it is answered; the first one stays. */
  synchronized DialogSession join(DialogSession joined) {
    if (session != null) {
      return session;
    }
    session = joined;
    if (finalStatus == 0 && !message.is(Method.ACK)) {
      joined.begins();
    } else {
      joined.touch();
    }
    return joined;
  }

  /** A new session of the request, which must be answered statefully from now on. */
  private DialogSession begun() {
    if (finalStatus == 0 && !message.is(Method.ACK)) {
      transaction();
    }
    ExpiringApplicationSession application = core.sessions().create();
    DialogSession made =
        new DialogSession(
            core,
            application,
            new DialogSession.Parties(dialog(), getTo(), getFrom()),
            Objects.requireNonNullElse(handler, core.defaultHandler()));
    return made.begin();
  }

  /** The dialog that this request belongs to or would begin (RFC 3261 §12.1.1). */
  DialogId dialog() {
    return new DialogId(getCallId(), localTag(), Objects.requireNonNullElse(message.fromTag(), ""));
  }

  /** The To tag: its own within a dialog, else the one that every response to it carries. */
  String localTag() {
    @Nullable String own = message.toTag();
    return own == null ? core.ports().transactions().toTag(message) : own;
  }

  @Override
  public boolean isInitial() {
    return message.toTag() == null && !message.is(Method.ACK) && !message.is(Method.CANCEL);
  }

  @Override
  public boolean isCommitted() {
    return finalStatus != 0;
  }

  @Override
  public String getMethod() {
    return message.method();
  }

  @Override
  public URI getRequestURI() {
    if (uri == null) {
      uri = Uris.editable(Objects.requireNonNullElse(message.requestUri(), NOWHERE));
    }
    return uri;
  }

  @Override
  public void setRequestURI(URI changedUri) {
    requireUncommitted();
    uri = Objects.requireNonNull(changedUri, "uri");
  }

  @Override
  Headers headers() {
    return changed == null ? new WireHeaders(message) : changed;
  }

  @Override
  HeaderList writable() {
    if (changed == null) {
      changed = HeaderList.of(message);
    }
    return changed;
  }

  @Override
  @Nullable HeaderList live(String name) {
    return changed;
  }

  @Override
  public String getCallId() {
    return Objects.requireNonNullElse(message.callId(), "");
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
  @Nullable ReceiveInfo receiveInfo() {
    return message.local() ? null : message.received();
  }

  @Override
  byte[] receivedContent() {
    return message.body().toBytes();
  }

  @Override
  public void send() {
    throw new IllegalStateException("A received request cannot be sent; answer it or proxy it.");
  }

  @Override
  public SipServletRequest createCancel() {
    throw new IllegalStateException("Only a request that was sent can be cancelled.");
  }

  @Override
  public void pushRoute(Address route) {
    throw NotBuilt.refused("SipServletRequest.pushRoute on a received request");
  }

  @Override
  public void pushRoute(SipURI route) {
    throw NotBuilt.refused("SipServletRequest.pushRoute on a received request");
  }

  @Override
  public String toString() {
    return message.toString();
  }
}
