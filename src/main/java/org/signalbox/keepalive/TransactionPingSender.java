// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.signalbox.keepalive.PingOutcome.Cause;
import org.signalbox.keepalive.PingOutcome.Unsendable;
import org.signalbox.resolver.Location;
import org.signalbox.resolver.NextHop;
import org.signalbox.resolver.Resolver;
import org.signalbox.resolver.Target;
import org.signalbox.routing.Sockets;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.SipParser;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.SipResponse;
import org.signalbox.sip.SipUri;
import org.signalbox.sip.Uri;
import org.signalbox.timer.TimeSource;
import org.signalbox.transaction.ClientFailure;
import org.signalbox.transaction.ClientListener;
import org.signalbox.transaction.ClientTransaction;
import org.signalbox.transaction.Dispatch;
import org.signalbox.transaction.TransactionLayer;
import org.signalbox.transaction.TransactionTimers;
import org.signalbox.transport.Destination;
import org.signalbox.transport.SendOutcome;

/**
 * Sends each ping in a client transaction of its own, to the first address of its URI or to each.
 */
final class TransactionPingSender implements PingSender {
  private static final int LONGEST_REASON = 80;
  private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x1f\\x7f-\\x9f]");
  private static final int MOST_TARGETS = 16;
  private static final int MOST_TEMPLATES = 256;

  private final TransactionLayer transactions;
  private final Resolver resolver;
  private final Sockets sockets;
  private final TimeSource time;
  private final String userAgent;

  /** By form: few, because what is not said apart is shared by all destinations. */
  private final Map<PingForm, OptionsTemplate> templates = new ConcurrentHashMap<>();

  /**
   * @param sockets where requests may leave from
   * @param userAgent a whole header line without its end, or empty for none
   */
  TransactionPingSender(
      TransactionLayer transactions,
      Resolver resolver,
      Sockets sockets,
      TimeSource time,
      String userAgent) {
    this.transactions = transactions;
    this.resolver = resolver;
    this.sockets = sockets;
    this.time = time;
    this.userAgent = userAgent;
  }

  @Override
  public void send(PingRequest ping, PingListener listener) {
    PingWay way = ping.settings().way();
    SipRequest request = request(ping);
    ListeningPoint source = way.socket().isEmpty() ? null : source(way.socket());
    if (request == null || !(next(request, way) instanceof SipUri uri)) {
      listener.finished(new Unsendable(Cause.FAILED, "its URI fits into no request", null));
    } else if (source == null && !way.socket().isEmpty()) {
      String missing = "this server has no socket " + way.socket();
      listener.finished(new Unsendable(Cause.NO_LISTENER, missing, null));
    } else {
      resolver.locate(hop(uri), location -> located(ping, request, source, location, listener));
    }
  }

  private @Nullable SipRequest request(PingRequest ping) {
    byte[] bytes = template(ping.settings().form()).fill(ping.uri());
    return SipParser.parseLocal(bytes) instanceof SipRequest request ? request : null;
  }

  private OptionsTemplate template(PingForm form) {
    OptionsTemplate known = templates.get(form);
    if (known == null) {
      if (templates.size() >= MOST_TEMPLATES) {
        templates.clear();
      }
      known = new OptionsTemplate(form, userAgent);
      templates.put(form, known);
    }
    return known;
  }

  private @Nullable ListeningPoint source(String socket) {
    ListeningPoint named = sockets.named(socket);
    return named == null ? sockets.find(socket) : named;
  }

  private static @Nullable Uri next(SipRequest request, PingWay way) {
    return !way.proxy().isEmpty() && Uri.parse(way.proxy()) instanceof SipUri proxy
        ? proxy
        : request.requestUri();
  }

  private static NextHop hop(SipUri uri) {
    String maddr = uri.parameter("maddr");
    return new NextHop(
        maddr == null ? uri.host() : maddr, uri.port(), uri.transport(), uri.secure());
  }

  private void located(
      PingRequest ping,
      SipRequest request,
      @Nullable ListeningPoint source,
      Location location,
      PingListener listener) {
    if (location instanceof Location.Found found) {
      List<Target> targets = found.targets();
      PingWay way = ping.settings().way();
      if (way.eachTarget()) {
        sendAll(ping, each(targets), source, listener);
      } else {
        send(request, targets.get(0), source, way, listener);
      }
    } else if (location instanceof Location.NotFound missing) {
      boolean ours = missing.cause() == Location.Cause.OVERLOAD;
      listener.finished(
          new Unsendable(ours ? Cause.OVERLOAD : Cause.CANNOT_RESOLVE, missing.detail(), null));
    }
  }

  /**
   * Each once; of too many the same ones each time, in whatever order the name servers say them.
   */
  private static List<Target> each(List<Target> targets) {
    List<Target> distinct = targets.stream().distinct().toList();
    return distinct.size() <= MOST_TARGETS
        ? distinct
        : distinct.stream()
            .sorted(Comparator.comparing(TargetAnswers::address))
            .limit(MOST_TARGETS)
            .toList();
  }

  private void sendAll(
      PingRequest ping,
      List<Target> targets,
      @Nullable ListeningPoint source,
      PingListener listener) {
    TargetAnswers answers = new TargetAnswers(targets, listener);
    for (int i = 0; i < targets.size(); i++) {
      SipRequest request = Objects.requireNonNull(request(ping)); // a tag and Call-ID of its own
      send(request, targets.get(i), source, ping.settings().way(), answers.of(i));
    }
  }

  private void send(
      SipRequest request,
      Target target,
      @Nullable ListeningPoint source,
      PingWay way,
      PingListener listener) {
    if (source != null && source.protocol() != target.protocol()) {
      String other = way.socket() + " does not speak " + target.protocol().parameterName();
      listener.finished(new Unsendable(Cause.NO_LISTENER, other, source.address()));
      return;
    }
    Destination there = new Destination(target.protocol(), target.address(), source, 0);
    TransactionTimers own =
        way.timeout().isZero()
            ? null
            : transactions.timers().withFinalResponse(way.timeout(), way.timeout());
    transactions.send(
        new Dispatch(request, null, there, null, "", own), new Answer(listener, time.nanos()));
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
    String kept = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
    return CONTROLS.matcher(kept).replaceAll("?"); // it goes into the log
  }
}
