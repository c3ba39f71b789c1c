// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.run;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalbox.script.BlockKind;
import org.signalbox.script.RouteKind;
import org.signalbox.script.Span;

/** A compiled file: its routes, ready to run. Immutable; any number of threads run it at once. */
public final class Script {
  private final Map<BlockKind, Map<String, Route>> routes = new EnumMap<>(BlockKind.class);
  private final Limits limits;
  private final RunLog log;
  private final Span place;
  private final Releases releases;

  /**
   * Puts routes together.
   *
   * @param place the begin of the file, for what happens outside every statement
   * @param releases what to let go when nothing runs in it any more
   */
  public Script(List<Route> routes, Limits limits, RunLog log, Span place, Releases releases) {
    for (BlockKind kind : BlockKind.values()) {
      this.routes.put(kind, new HashMap<>());
    }
    routes.forEach(route -> named(route.kind()).put(route.name(), route));
    this.limits = limits;
    this.log = log;
    this.place = place;
    this.releases = releases;
  }

  private Map<String, Route> named(BlockKind kind) {
    return routes.computeIfAbsent(kind, k -> new HashMap<>());
  }

  /** The block that is the only one of its kind: requests, replies, sending. */
  public Optional<Route> route(BlockKind kind) {
    return route(kind, "");
  }

  /** A block by name. */
  public Optional<Route> route(BlockKind kind, String name) {
    return Optional.ofNullable(routes.getOrDefault(kind, Map.of()).get(name));
  }

  /**
   * Runs a top route for a message.
   *
   * @param kind as what its functions see it: a named route may run for any kind
   * @return the value of the script: less than 0 is a failure; {@link Frame#dropped} says more
   */
  public long run(Route route, RouteKind kind, Frame frame) {
    frame.begin(kind);
    return unwound(frame, route.call(frame));
  }

  /**
   * Goes on behind the statement at which a run was suspended, as a top route.
   *
   * @return as {@link #run}
   */
  public long resume(Continuation suspended, RouteKind kind, Frame frame) {
    frame.begin(kind);
    return unwound(frame, suspended.run(frame, 1));
  }

  private static long unwound(Frame frame, long last) {
    long value = last;
    for (Continuation made = frame.suspension(); made != null; made = frame.suspension()) {
      frame.unwound();
      if (made.result() != 0) {
        frame.flow(Frame.Flow.ON);
        value = made.run(frame, made.result());
      }
    }
    return value;
  }

  /** Runs a named route within a run, as {@code route()} does: for functions that call routes. */
  public long call(Route route, Frame frame) {
    return Calls.call(route, frame);
  }

  /** What to let go when nothing runs in it any more. */
  public Releases releases() {
    return releases;
  }

  Limits limits() {
    return limits;
  }

  RunLog log() {
    return log;
  }

  Span place() {
    return place;
  }
}
