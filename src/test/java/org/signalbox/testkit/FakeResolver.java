// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testkit;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.signalbox.resolver.Location;
import org.signalbox.resolver.NextHop;
import org.signalbox.resolver.Resolver;
import org.signalbox.resolver.Target;

/** A resolver that answers at once from what a test told it, and knows nothing else. */
public final class FakeResolver implements Resolver {
  private final Map<String, Location> known = new ConcurrentHashMap<>();
  private final List<NextHop> asked = new CopyOnWriteArrayList<>();

  /** Answers with these targets for a host. */
  public FakeResolver knows(String host, Target... targets) {
    known.put(host, new Location.Found(List.of(targets)));
    return this;
  }

  /** Everything it was asked. */
  public List<NextHop> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void locate(NextHop hop, Consumer<Location> callback) {
    asked.add(hop);
    callback.accept(
        known.getOrDefault(
            hop.host(),
            new Location.NotFound(
                Location.Cause.UNKNOWN_NAME,
                "No address is known for " + hop.host() + ": it does not exist.")));
  }
}
