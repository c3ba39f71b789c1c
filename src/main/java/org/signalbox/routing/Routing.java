// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.signalbox.lock.SimpleLock;
import org.signalbox.script.BlockKind;
import org.signalbox.script.RouteKind;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.Route;
import org.signalbox.script.run.Script;
import org.signalbox.sip.MessageCheck;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.SipResponse;
import org.signalbox.timer.FloodGate;
import org.signalbox.timer.TimeSource;
import org.signalbox.transport.Destination;

/**
 * Runs the blocks of the current script (script.md §5, §9).
 *
 * <p>Thread-safe: every message runs on the thread that brings it, against the script that is
 * current when its run begins; one that is suspended goes on with its own.
 */
public final class Routing {
  private static final String NOBODY = "sip:nobody@signalbox.invalid";

  private final List<RequestFilter> requestFilters = new CopyOnWriteArrayList<>();
  private final List<ReplyFilter> replyFilters = new CopyOnWriteArrayList<>();
  private final List<Consumer<Frame>> ends = new CopyOnWriteArrayList<>();
  private final List<Consumer<SipMessage>> arrivals = new CopyOnWriteArrayList<>();
  private final MessageCounts counts = new MessageCounts();
  private final List<Runnable> beginnings = new CopyOnWriteArrayList<>();
  private final ReceiveInfo nowhere;
  private final RoutingSettings settings;
  private final RouteLocks locks;
  private final FloodGate incomplete;
  private final RetiredScripts retired = new RetiredScripts();
  private volatile Script script;
  private volatile @Nullable HttpReceiver http;

  /**
   * @param script runs until another takes its place
   * @param nowhere where requests that stand in for a message seem to come from
   * @param settings what the file says about every message
   * @param time for complaints that are not repeated too often
   */
  public Routing(Script script, ReceiveInfo nowhere, RoutingSettings settings, TimeSource time) {
    this.script = script;
    this.settings = settings;
    this.locks = new RouteLocks(settings.locks());
    this.incomplete = new FloodGate(time);
    this.nowhere = nowhere;
  }

  /** What the file says about every message. */
  public RoutingSettings settings() {
    return settings;
  }

  /** Has something run once when every module is started, before the first message. */
  public void atBegin(Runnable beginning) {
    beginnings.add(beginning);
  }

  /**
   * Runs what modules run first, then {@code event_route[core:worker-one-init]}: once, when
   * everything works and before the first message.
   *
   * @return false when the script drops it: the server must not go on
   */
  public boolean begin() {
    beginnings.forEach(Runnable::run);
    Frame frame = event("core:worker-one-init", faked());
    return frame == null || !frame.dropped();
  }

  /** The script for messages that come from now on. */
  public Script script() {
    return script;
  }

  /** Puts another script in its place; what runs goes on with the old one. */
  public void replace(Script next) {
    Script old = script;
    script = next;
    retired.add(old);
  }

  /** Lets go what all scripts hold, when no message runs any more. */
  public void close() {
    retired.close();
    script.releases().run();
  }

  /** Asks this filter about every new request, after those that were there before. */
  public void filterRequests(RequestFilter filter) {
    requestFilters.add(filter);
  }

  /** Asks this filter about every reply, after those that were there before. */
  public void filterReplies(ReplyFilter filter) {
    replyFilters.add(filter);
  }

  /** Tells of every message that has arrived, before its route; must not block. */
  public void onArrival(Consumer<SipMessage> watcher) {
    arrivals.add(watcher);
  }

  void arrived(SipMessage message) {
    for (Consumer<SipMessage> watcher : arrivals) {
      watcher.accept(message);
    }
  }

  /** How many messages went on or did not. */
  public MessageCounts counts() {
    return counts;
  }

  /** Who answers HTTP requests that come in on a SIP listener; nobody unless a module does. */
  public @Nullable HttpReceiver http() {
    return http;
  }

  /** Hands HTTP requests to a receiver. */
  public void http(HttpReceiver receiver) {
    http = receiver;
  }

  /** Tells when a route that this class runs has ended, on the thread that has run it. */
  public void afterRoutes(Consumer<Frame> end) {
    ends.add(end);
  }

  /** Whether the file routes requests at all. */
  public boolean routesRequests() {
    return script.route(BlockKind.REQUEST).isPresent();
  }

  /** Whether the current script has a block of that name. */
  public boolean has(BlockKind kind, String name) {
    return script.route(kind, name).isPresent();
  }

  /** A frame for a message under the current script. */
  public Frame frame(SipMessage message, RouteKind kind) {
    return new Frame(script, message, kind);
  }

  /**
   * Runs {@code request_route}; does nothing where the file has none.
   *
   * @param prepared sees the frame before it runs
   */
  public void request(SipRequest request, Consumer<Frame> prepared) {
    if (MessageCheck.missing(request) != null) {
      incomplete.pass(RoutingLog.LOG::incomplete); // nobody could read an answer
      counts.droppedRequests().increment();
      return;
    }
    for (RequestFilter filter : requestFilters) {
      if (filter.takes(request)) {
        return;
      }
    }
    Script current = script;
    Route route = current.route(BlockKind.REQUEST).orElse(null);
    if (route == null) {
      return;
    }
    SimpleLock turn = locks.taken(request);
    try {
      Frame frame = new Frame(current, request, RouteKind.REQUEST);
      forEvery(request, frame);
      prepared.accept(frame);
      run(route, frame);
    } finally {
      RouteLocks.free(turn);
    }
  }

  private void run(Route route, Frame frame) {
    if (run(route, RouteKind.REQUEST, frame) < 0) {
      RoutingLog.LOG.negative("script");
    }
  }

  private void forEvery(SipRequest request, Frame frame) {
    if (settings.forceRport()) {
      request.forceRport();
    }
    if (settings.localRport()) {
      RequestTarget.of(frame).localRport(true);
    }
  }

  /**
   * Runs {@code reply_route} and asks the filters.
   *
   * @return the reply that goes on, to its transaction or to whom its second Via names; null when
   *     none does
   */
  @Nullable SipResponse reply(SipResponse reply) {
    SipResponse passed = routed(reply);
    if (passed != null) {
      for (ReplyFilter filter : replyFilters) {
        if (filter.takes(passed)) {
          return null;
        }
      }
    }
    return passed;
  }

  /** The reply as the script leaves it; null when it is dropped. */
  private @Nullable SipResponse routed(SipResponse reply) {
    Script current = script;
    Route route = current.route(BlockKind.REPLY).orElse(null);
    if (route == null) {
      return reply;
    }
    SimpleLock turn = locks.taken(reply);
    try {
      Frame frame = new Frame(current, reply, RouteKind.CORE_REPLY);
      long value = current.run(route, RouteKind.CORE_REPLY, frame);
      if (value < 0) {
        RoutingLog.LOG.negative("onreply script");
      }
      boolean dropped = value < 0 || frame.dropped() || (value == 0 && frame.exited());
      return !dropped && frame.message() instanceof SipResponse left ? left : null;
    } finally {
      RouteLocks.free(turn);
    }
  }

  /**
   * Runs an event route for a message.
   *
   * @param name as {@code sl:filtered-ack}
   * @return the frame after the run, or null when the file has no such route
   */
  public @Nullable Frame event(String name, SipMessage message) {
    Script current = script;
    Route route = current.route(BlockKind.EVENT, name).orElse(null);
    if (route == null) {
      return null;
    }
    Frame frame = new Frame(current, message, RouteKind.REQUEST);
    run(route, RouteKind.REQUEST, frame);
    return frame;
  }

  /**
   * Runs an event route for bytes that are no message, or not yet; {@link Garbage} holds them.
   *
   * @return false when the script drops them
   */
  boolean bytes(String name, byte[] bytes, ReceiveInfo from) {
    if (!has(BlockKind.EVENT, name)) {
      return true;
    }
    Frame frame = frame(faked(NOBODY, from), RouteKind.REQUEST);
    frame.keep(Garbage.KEY, new Garbage(bytes));
    event(name, frame);
    return !frame.dropped();
  }

  /** Runs an event route in a frame that its caller has prepared; false when there is none. */
  public boolean event(String name, Frame frame) {
    Route route = frame.script().route(BlockKind.EVENT, name).orElse(null);
    if (route == null) {
      return false;
    }
    run(route, RouteKind.REQUEST, frame);
    return true;
  }

  /** Runs a block in a frame; the value is that of the script. */
  public long run(Route route, RouteKind kind, Frame frame) {
    try {
      return frame.script().run(route, kind, frame);
    } finally {
      ends.forEach(end -> end.accept(frame));
    }
  }

  /**
   * Asks {@code onsend_route} about a request that is about to leave.
   *
   * @param frame that of the request; it goes on where it was
   * @param bytes length of what leaves
   * @return false when the script drops it
   */
  public boolean maySend(Frame frame, Destination destination, int bytes) {
    Route route = frame.script().route(BlockKind.ONSEND).orElse(null);
    if (route == null) {
      return true;
    }
    Frame sending = new Frame(frame.script(), frame.message(), RouteKind.ONSEND);
    sending.restore(frame.save());
    return maySend(route, sending, destination, bytes);
  }

  /**
   * The same for a reply that is passed on; the file must want that ({@code onsend_route_reply}).
   */
  public boolean maySend(SipResponse reply, Destination destination) {
    Script current = script;
    Route route = settings.sentReplies() ? current.route(BlockKind.ONSEND).orElse(null) : null;
    return route == null
        || maySend(route, new Frame(current, reply, RouteKind.ONSEND), destination, reply.length());
  }

  private static boolean maySend(Route route, Frame sending, Destination destination, int bytes) {
    new Sending(destination, bytes).in(sending);
    long value = sending.script().run(route, RouteKind.ONSEND, sending);
    if (sending.dropped() || (value == 0 && sending.exited())) {
      RoutingLog.LOG.notSent(String.valueOf(destination.address()));
      return false;
    }
    return true;
  }

  /** An OPTIONS that stands in for a message where there is none; a new one each time. */
  public SipRequest faked() {
    return faked(NOBODY, nowhere);
  }

  /** Whether a message stands in for one: no peer has sent it. */
  public static boolean isFaked(SipMessage message) {
    return FakedRequest.is(message);
  }

  /** The same, from somewhere. */
  public SipRequest faked(ReceiveInfo from) {
    return faked(NOBODY, from);
  }

  /**
   * The same.
   *
   * @param uri its request URI and To
   * @param from where it seems to come from
   */
  public SipRequest faked(String uri, ReceiveInfo from) {
    return FakedRequest.of(uri, from);
  }
}
