// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.signalbox.keepalive.PingOutcome.Cause;
import org.signalbox.keepalive.PingOutcome.Unsendable;
import org.signalbox.resolver.Location;
import org.signalbox.resolver.NextHop;
import org.signalbox.resolver.Resolver;
import org.signalbox.resolver.Target;
import org.signalbox.sip.SipParser;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.SipResponse;
import org.signalbox.sip.SipUri;
import org.signalbox.timer.TimeSource;
import org.signalbox.transaction.ClientFailure;
import org.signalbox.transaction.ClientListener;
import org.signalbox.transaction.ClientTransaction;
import org.signalbox.transaction.Dispatch;
import org.signalbox.transaction.TransactionLayer;
import org.signalbox.transport.Destination;
import org.signalbox.transport.SendOutcome;

/** Sends each ping in a client transaction of its own, to the first address of its URI. */
final class TransactionPingSender implements PingSender {
  private static final int LONGEST_REASON = 80;

  private final TransactionLayer transactions;
  private final Resolver resolver;
  private final TimeSource time;
  private final String userAgent;

  /** The template used last: all destinations have the same From unless somebody says otherwise. */
  private volatile OptionsTemplate template;

  /**
   * @param userAgent a whole header line without its end, or empty for none
   */
  TransactionPingSender(
      TransactionLayer transactions, Resolver resolver, TimeSource time, String userAgent) {
    this.transactions = transactions;
    this.resolver = resolver;
    this.time = time;
    this.userAgent = userAgent;
    this.template = new OptionsTemplate(PingSettings.DEFAULT.from(), userAgent);
  }

  @Override
  public void send(PingRequest ping, PingListener listener) {
    byte[] bytes = template(ping.settings().from()).fill(ping.uri());
    if (SipParser.parseLocal(bytes) instanceof SipRequest request
        && request.requestUri() instanceof SipUri uri) {
      resolver.locate(hop(uri), location -> located(request, location, listener));
    } else {
      listener.finished(new Unsendable(Cause.FAILED, "its URI fits into no request", null));
    }
  }

  private OptionsTemplate template(String from) {
    OptionsTemplate current = template;
    if (!current.from().equals(from)) {
      current = new OptionsTemplate(from, userAgent);
      template = current;
    }
    return current;
  }

  private static NextHop hop(SipUri uri) {
    String maddr = uri.parameter("maddr");
    return new NextHop(
        maddr == null ? uri.host() : maddr, uri.port(), uri.transport(), uri.secure());
  }

  private void located(SipRequest request, Location location, PingListener listener) {
    if (location instanceof Location.Found found) {
      Target target = found.targets().get(0);
      Destination there = new Destination(target.protocol(), target.address(), null, 0);
      transactions.send(
          new Dispatch(request, null, there, null, "", null), new Answer(listener, time.nanos()));
    } else if (location instanceof Location.NotFound missing) {
      boolean ours = missing.cause() == Location.Cause.OVERLOAD;
      listener.finished(
          new Unsendable(ours ? Cause.OVERLOAD : Cause.CANNOT_RESOLVE, missing.detail(), null));
    }
  }

  /** Waits for what becomes of one request. */
  private final class Answer implements ClientListener {
    private final PingListener listener;
    private final long sent;

    Answer(PingListener listener, long sent) {
      this.listener = listener;
      this.sent = sent;
    }

    @Override
    public void answered(ClientTransaction transaction, SipResponse response) {
      Duration roundTrip = Duration.ofNanos(time.nanos() - sent);
      listener.finished(
          new PingOutcome.Answered(
              response.statusCode(),
              reason(response),
              roundTrip,
              response.local() ? null : response.received().local()));
    }

    @Override
    public void failed(ClientTransaction transaction, ClientFailure failure) {
      listener.finished(outcome(transaction.destination(), failure));
    }
  }

  private static PingOutcome outcome(Destination destination, ClientFailure failure) {
    InetSocketAddress local = local(destination);
    if (failure instanceof ClientFailure.TimedOut) {
      return new PingOutcome.NoAnswer(local);
    }
    if (failure instanceof ClientFailure.Unsent unsent) {
      SendOutcome.Failed failed = unsent.failure();
      return new Unsendable(cause(failed.cause()), failed.detail(), local);
    }
    return new Unsendable(Cause.OVERLOAD, "there are too many transactions", local);
  }

  private static Cause cause(SendOutcome.Cause cause) {
    return switch (cause) {
      case REFUSED -> Cause.REFUSED;
      case UNREACHABLE, CONNECT_TIMEOUT -> Cause.UNREACHABLE;
      case NO_LISTENER -> Cause.NO_LISTENER;
      case NO_CONNECTION, QUEUE_FULL, TOO_LARGE, CLOSED -> Cause.FAILED;
    };
  }

  private static @Nullable InetSocketAddress local(Destination destination) {
    return destination.source() == null ? null : destination.source().address();
  }

  /** The commonest one is kept once, not once per destination. */
  private static String reason(SipResponse response) {
    String reason = response.reason();
    if (reason.equals("OK")) {
      return "OK";
    }
    return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
  }
}
