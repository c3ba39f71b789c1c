// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.signalbox.resolver.Location;
import org.signalbox.resolver.NextHop;
import org.signalbox.resolver.Resolver;
import org.signalbox.resolver.Target;
import org.signalbox.script.run.Frame;
import org.signalbox.script.transformation.UriText;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.transport.Destination;
import org.signalbox.transport.MessageSender;

/**
 * Where a request goes next: {@code $du}, else its URI (runtime.md §9). Thread-safe.
 *
 * <p>A script wants to know at once whether there is a way, so a name that is not in the cache
 * makes the thread of the message wait, as it does in Kamailio; the wait is bounded.
 */
public final class NextHops {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Resolver resolver;
  private final MessageSender sender;
  private final RoutingSettings settings;
  private final Blocklist blocklist;
  private final OutgoingAddress outgoing = new OutgoingAddress();

  public NextHops(
      Resolver resolver, MessageSender sender, RoutingSettings settings, Blocklist blocklist) {
    this.blocklist = blocklist;
    this.resolver = resolver;
    this.settings = settings;
    this.sender = sender;
  }

  /** What came of looking. */
  public sealed interface Way {

    /**
     * A place to send to, from a socket that suits.
     *
     * @param others where it may go when that fails; only with {@link RoutingSettings#failover}
     */
    record To(Destination destination, List<Destination> others) implements Way {
      public To {
        others = List.copyOf(others);
      }

      /** A single place. */
      public To(Destination destination) {
        this(destination, List.of());
      }
    }

    /** There is none; one of the {@link ErrorCodes}. */
    record Nowhere(int code) implements Way {}
  }

  /** What nothing is sent to. */
  public Blocklist blocklist() {
    return blocklist;
  }

  /** The next hop of a frame as it stands. */
  public Way of(Frame frame) {
    return of(RequestTarget.nextUri(frame), frame);
  }

  /** The same for another URI. */
  public Way of(String uri, Frame frame) {
    NextHop hop = hop(uri);
    if (hop != null) {
      return of(hop, frame);
    }
    return new Way.Nowhere(
        UriText.parse(uri) == null ? ErrorCodes.BAD_URI : ErrorCodes.UNRESOLVABLE);
  }

  /** What a URI says about where to go; null when it cannot be read. */
  public static @Nullable NextHop hop(String uri) {
    UriText parts = UriText.parse(uri);
    if (parts == null || !parts.scheme().toLowerCase(Locale.ROOT).startsWith("sip")) {
      return null;
    }
    boolean secure = parts.scheme().equalsIgnoreCase("sips");
    String written = parts.param("transport");
    TransportProtocol protocol = written.isEmpty() ? null : TransportProtocol.of(written);
    if (!written.isEmpty() && protocol == null) {
      return null;
    }
    String maddr = parts.param("maddr");
    int port = parts.portNumber();
    return new NextHop(
        maddr.isEmpty() ? parts.host() : maddr,
        port > 0 ? port : NextHop.NO_PORT,
        protocol,
        secure);
  }

  /** The same for what is known of it already. */
  public Way of(NextHop hop, Frame frame) {
    Location location = located(hop);
    if (!(location instanceof Location.Found found)) {
      return new Way.Nowhere(ErrorCodes.UNRESOLVABLE);
    }
    Destination first = destination(frame, found.targets().get(0));
    if (!settings.failover() || found.targets().size() == 1) {
      return first == null
          ? new Way.Nowhere(ErrorCodes.NO_SOCKET)
          : blocklist.has(first) ? new Way.Nowhere(ErrorCodes.UNSENDABLE) : new Way.To(first);
    }
    List<Destination> all =
        found.targets().stream()
            .map(target -> destination(frame, target))
            .filter(Objects::nonNull)
            .toList();
    List<Destination> open = all.stream().filter(each -> !blocklist.has(each)).toList();
    return open.isEmpty()
        ? new Way.Nowhere(all.isEmpty() ? ErrorCodes.NO_SOCKET : ErrorCodes.UNSENDABLE)
        : new Way.To(open.get(0), open.subList(1, open.size()));
  }

  private @Nullable Destination destination(Frame frame, Target target) {
    ListeningPoint source = source(frame, target.protocol(), target.address());
    long connection = RequestTarget.of(frame).sendConnection();
    return source == null
        ? null
        : new Destination(target.protocol(), target.address(), source, connection)
            .with(RequestTarget.of(frame).connectionUse());
  }

  /**
   * The same way over another transport when a request is too large for a datagram (RFC 3261
   * §18.1.1, {@code udp_mtu}); UDP all the same where there is no socket for it.
   *
   * @param bytes the size of the request
   */
  public Destination fitting(Destination to, int bytes, RequestTarget target) {
    TransportProtocol own = target.largeRequests();
    TransportProtocol other = own == null ? settings.largeRequests() : own;
    int most = settings.datagram();
    boolean large = most > 0 && bytes > most && to.protocol() == TransportProtocol.UDP;
    if (!large || other == null || other == TransportProtocol.UDP) {
      return to;
    }
    ListeningPoint source = sender.sourceFor(other, to.address());
    return source == null ? to : new Destination(other, to.address(), source, 0).with(to.use());
  }

  /**
   * The socket of the script's choice; else the one that reaches the peer ({@code mhomed}), or for
   * datagrams the one that the message has come in by; else the transport's choice.
   */
  private @Nullable ListeningPoint source(
      Frame frame, TransportProtocol protocol, InetSocketAddress address) {
    String wanted = RequestTarget.of(frame).socket();
    Sockets sockets = sender::listeningPoints;
    ListeningPoint forced = wanted == null ? null : sockets.find(wanted);
    if (forced != null && forced.protocol() == protocol) {
      return forced;
    }
    ListeningPoint near =
        settings.byRoute() ? facing(protocol, address) : ofReception(frame, protocol, address);
    return near == null ? sender.sourceFor(protocol, address) : near;
  }

  private @Nullable ListeningPoint facing(TransportProtocol protocol, InetSocketAddress address) {
    InetAddress own = outgoing.toward(address);
    for (ListeningPoint point : sender.listeningPoints()) {
      if (point.protocol() == protocol && point.address().getAddress().equals(own)) {
        return point;
      }
    }
    return null;
  }

  private @Nullable ListeningPoint ofReception(
      Frame frame, TransportProtocol protocol, InetSocketAddress address) {
    if (protocol != TransportProtocol.UDP || frame.message().local()) {
      return null;
    }
    ListeningPoint point = frame.message().received().listener();
    InetAddress own = point.address().getAddress();
    InetAddress peer = address.getAddress();
    boolean fits =
        point.protocol() == protocol
            && peer != null
            && own.getClass() == peer.getClass()
            && (own.isAnyLocalAddress() || own.isLoopbackAddress() == peer.isLoopbackAddress());
    return fits && sender.listeningPoints().contains(point) ? point : null;
  }

  /** Where a next hop is; waits for name servers, with a bound. */
  public Location located(NextHop hop) {
    CompletableFuture<Location> answer = new CompletableFuture<>();
    resolver.locate(hop, answer::complete);
    try {
      return answer.isDone()
          ? answer.join()
          : answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Location.NotFound(Location.Cause.TIMEOUT, "interrupted");
    } catch (ExecutionException | TimeoutException e) {
      return new Location.NotFound(Location.Cause.TIMEOUT, "no answer in time");
    }
  }
}
