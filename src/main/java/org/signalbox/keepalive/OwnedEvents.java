// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import jakarta.enterprise.event.Event;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Fires CDI events that carry the owner of the destination as a qualifier. Thread-safe. */
final class OwnedEvents {
  private static final int MOST = 256;

  private final Event<KeepaliveEvent> events;

  /** By owner, because selecting costs more than firing; few, however many owners there are. */
  private final Map<String, Event<KeepaliveEvent>> selected = new ConcurrentHashMap<>();

  OwnedEvents(Event<KeepaliveEvent> events) {
    this.events = events;
  }

  void fire(KeepaliveEvent event) {
    DestinationStatus destination = event.destination();
    if (destination == null) {
      events.fire(event);
    } else {
      of(destination.owner()).fire(event);
    }
  }

  private Event<KeepaliveEvent> of(String owner) {
    @Nullable Event<KeepaliveEvent> known = selected.get(owner);
    if (known == null) {
      if (selected.size() >= MOST) {
        selected.clear();
      }
      known = events.select(new Owner.Of(owner));
      selected.put(owner, known);
    }
    return known;
  }
}
