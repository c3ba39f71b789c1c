// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The addresses behind the name of one destination, each with a course of its own; only those
 * destinations have it of which each address is asked. Guarded by the destination.
 */
final class WatchedTargets {
  /** In the order in which they were asked. */
  private Map<String, WatchedTarget> byAddress = Map.of();

  private long taken;

  /** Takes what came of asking each; those that the name no longer stands for are forgotten. */
  void take(PingResult result, PingOutcome.Several answers, HealthPolicy policy) {
    if (result.number() < taken) {
      return; // the addresses of an older ping need not be those of today
    }
    taken = result.number();
    Map<String, WatchedTarget> present = new LinkedHashMap<>();
    for (PingOutcome.OfTarget each : answers.targets()) {
      WatchedTarget known = byAddress.get(each.address());
      WatchedTarget target = known == null ? new WatchedTarget(each.address(), result.at()) : known;
      target.course().take(new PingResult(result.number(), result.at(), each.outcome()), policy);
      present.put(each.address(), target);
    }
    byAddress = present;
  }

  /** Those of which listeners believe what is no longer so. */
  List<WatchedTarget> owingNews() {
    List<WatchedTarget> owing = new ArrayList<>(0);
    for (WatchedTarget target : byAddress.values()) {
      if (target.told() != target.course().health().state()) {
        owing.add(target);
      }
    }
    return owing;
  }

  List<TargetStatus> status() {
    return byAddress.values().stream().map(WatchedTarget::status).toList();
  }
}
