// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import org.jspecify.annotations.Nullable;
import org.signalbox.routing.RequestTarget;
import org.signalbox.sip.SipResponse;
import org.signalbox.transaction.ClientFailure;
import org.signalbox.transaction.ClientListener;
import org.signalbox.transaction.ClientTransaction;
import org.signalbox.transport.Destination;

/**
 * One of the places a request was sent to. Its fields change in the turn of its context; what its
 * transaction tells comes on any thread and waits for that turn.
 */
final class ClientBranch implements ClientListener {
  private final ResponseContext context;
  private final int index;
  private final RequestTarget target;
  private String uri = "";
  private @Nullable String replyRoute;
  private @Nullable ClientTransaction transaction;
  private @Nullable SipResponse reply;
  private int status;
  private int provisional;
  private boolean timedOut;
  private boolean forgotten;
  private boolean failureHandled;
  private @Nullable Failover failover;
  private @Nullable Destination destination;

  /** Known at once to the thread that sends, before the turn comes to it. */
  private volatile boolean unsent;

  ClientBranch(
      ResponseContext context, int index, RequestTarget target, @Nullable String replyRoute) {
    this.context = context;
    this.index = index;
    this.target = target;
    this.replyRoute = replyRoute;
  }

  int index() {
    return index;
  }

  /** The request URI it was sent with. */
  String uri() {
    return uri;
  }

  /** What the script wanted of it. */
  RequestTarget target() {
    return target;
  }

  void goingTo(String requestUri, Destination place) {
    uri = requestUri;
    destination = place;
  }

  @Nullable String replyRoute() {
    return replyRoute;
  }

  /** What a branch route wants for its branch only. */
  void replyRoute(@Nullable String name) {
    replyRoute = name;
  }

  /** Where it was sent; null before. */
  @Nullable Destination destination() {
    return destination;
  }

  /** Where else its request may go; null for nowhere. */
  @Nullable Failover failover() {
    return failover;
  }

  void failover(@Nullable Failover further) {
    failover = further;
  }

  void sent(ClientTransaction by) {
    transaction = by;
  }

  boolean unsent() {
    return unsent;
  }

  @Nullable ClientTransaction transaction() {
    return transaction;
  }

  /** The final status; 0 while there is none. */
  int status() {
    return status;
  }

  /** The last provisional status; 0 for none. */
  int provisional() {
    return provisional;
  }

  /** The final reply; null when there was none. */
  @Nullable SipResponse reply() {
    return reply;
  }

  boolean open() {
    return status == 0;
  }

  boolean timedOut() {
    return timedOut;
  }

  /** Whether it is told to end: what it still says is no news, and it goes nowhere else. */
  boolean cancelled() {
    ClientTransaction known = transaction;
    return known != null && known.cancelled();
  }

  /** Whether it has ever answered. */
  boolean replied() {
    return provisional > 0 || reply != null;
  }

  /** Whether its reply can no longer win. */
  boolean forgotten() {
    return forgotten;
  }

  void forget() {
    forgotten = true;
  }

  /** Notes that a failure route runs for its reply; false when one has already. */
  boolean handleFailure() {
    boolean first = !failureHandled;
    failureHandled = true;
    return first;
  }

  void ringing(int code) {
    provisional = code;
  }

  void ended(SipResponse with) {
    reply = with;
    status = with.statusCode();
  }

  void endedLocally(int code) {
    status = code;
    timedOut = code == context.tm().settings().timeoutCode();
  }

  @Override
  public void provisional(ClientTransaction by, SipResponse response) {
    context.turn().offer(() -> ResponseProcessing.provisional(context, this, response));
  }

  @Override
  public void answered(ClientTransaction by, SipResponse response) {
    context.turn().run(() -> ResponseProcessing.answered(context, this, response));
  }

  /** Comes on a thread of the timer or of the transport, where no script may run. */
  @Override
  public void failed(ClientTransaction by, ClientFailure failure) {
    unsent = !(failure instanceof ClientFailure.TimedOut);
    Destination to = destination;
    if (to != null && failure instanceof ClientFailure.Unsent) {
      context.tm().settings().blame().unsent(context.tm().hops().blocklist(), to);
    }
    context
        .tm()
        .onWorker(
            () -> context.turn().run(() -> ResponseProcessing.failed(context, this, failure)));
  }

  @Override
  public boolean cancelledAfterRinging() {
    return false;
  }
}
