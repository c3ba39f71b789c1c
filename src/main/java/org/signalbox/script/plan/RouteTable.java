// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.signalbox.script.BlockKind;
import org.signalbox.script.Problem;
import org.signalbox.script.Problems;
import org.signalbox.script.Span;
import org.signalbox.script.Suggestion;
import org.signalbox.script.run.Block;
import org.signalbox.script.run.Route;
import org.signalbox.script.run.Step;

/** The blocks of a file: defined anywhere, called from anywhere, put together at the end. */
final class RouteTable {
  private record Definition(Route route, List<Step> steps) {}

  private record Call(String name, Span place) {}

  private final Map<BlockKind, Map<String, Definition>> defined = new EnumMap<>(BlockKind.class);
  private final Map<String, Route> called = new LinkedHashMap<>();
  private final List<Call> calls = new ArrayList<>();
  private final RouteNamesUsed used = new RouteNamesUsed();

  /** Names that functions arm. */
  RouteNamesUsed used() {
    return used;
  }

  /** The route that a call names, which may be defined later. */
  Route named(String name, Span place) {
    calls.add(new Call(name, place));
    return reference(name, place);
  }

  private Route reference(String name, Span place) {
    return called.computeIfAbsent(name, n -> new Route(BlockKind.NAMED, n, place));
  }

  /**
   * Adds a block. The one of its kind may be written in several pieces, which follow each other.
   */
  void define(BlockKind kind, String name, Span place, List<Step> steps, Problems problems) {
    Map<String, Definition> sameKind = defined.computeIfAbsent(kind, k -> new LinkedHashMap<>());
    Definition earlier = sameKind.get(name);
    if (earlier == null) {
      Route route = kind == BlockKind.NAMED ? reference(name, place) : new Route(kind, name, place);
      sameKind.put(name, new Definition(route, new ArrayList<>(steps)));
    } else if (name.isEmpty()) {
      earlier.steps().addAll(steps);
    } else {
      problems.add(
          Problem.error("duplicate-route", place, "duplicate route")
              .helped("the first one is at " + earlier.route().place()));
    }
  }

  /** Every route with its body, once all are known. */
  List<Route> linked(Problems problems) {
    Map<String, Definition> names = defined.getOrDefault(BlockKind.NAMED, Map.of());
    for (Call call : calls) {
      if (!names.containsKey(call.name())) {
        problems.add(
            Problem.error(
                    "missing-route",
                    call.place(),
                    "route \"%s\" not found at %s:%d"
                        .formatted(call.name(), call.place().source().name(), call.place().line()))
                .helped(Suggestion.didYouMean(call.name(), names.keySet())));
      }
    }
    List<Route> routes = new ArrayList<>();
    for (BlockKind kind : BlockKind.values()) {
      Map<String, Definition> sameKind = defined.getOrDefault(kind, Map.of());
      used.check(kind, sameKind.keySet(), problems);
      for (Definition definition : sameKind.values()) {
        definition.route().link(new Block(definition.steps()));
        routes.add(definition.route());
      }
    }
    return routes;
  }
}
