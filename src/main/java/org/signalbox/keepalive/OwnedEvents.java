// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Fires CDI events that carry the owner of the destination as a qualifier. Thread-safe.
 *
 * <p>Firing an event costs more than a whole ping, so answers, of which there is one for each ping,
 * are fired only for owners whose first one found an observer.
 */
final class OwnedEvents implements KeepaliveListener {
  private static final int MOST = 1024;

  private final Event<KeepaliveEvent> events;
  private final BeanManager observers;

  /** By owner, because selecting costs more than firing; few, however many owners there are. */
  private final Map<String, Selected> selected = new ConcurrentHashMap<>();

  OwnedEvents(Event<KeepaliveEvent> events, BeanManager observers) {
    this.events = events;
    this.observers = observers;
  }

  /**
   * What concerns one owner.
   *
   * @param answersObserved whether anybody observes answers; they are the same for as long as the
   *     deployment lasts
   */
  private record Selected(Event<KeepaliveEvent> events, boolean answersObserved) {}

  @Override
  public void happened(KeepaliveEvent event) {
    DestinationStatus destination = event.destination();
    if (destination == null) {
      events.fire(event);
    } else if (event instanceof DestinationAnswered answered) {
      Selected ofOwner = ofAnswer(answered);
      if (ofOwner.answersObserved) {
        ofOwner.events.fire(event);
      }
    } else {
      Selected known = selected.get(destination.owner());
      (known == null ? events.select(new Owner.Of(destination.owner())) : known.events).fire(event);
    }
  }

  @Override
  public boolean wantsAnswers(String owner) {
    Selected known = selected.get(owner);
    return known == null || known.answersObserved;
  }

  private Selected ofAnswer(DestinationAnswered answered) {
    String owner = answered.destination().owner();
    @Nullable Selected known = selected.get(owner);
    if (known == null) {
      if (selected.size() >= MOST) {
        selected.clear();
      }
      Owner.Of qualifier = new Owner.Of(owner);
      known =
          new Selected(
              events.select(qualifier),
              !observers.resolveObserverMethods(answered, qualifier).isEmpty());
      selected.put(owner, known);
    }
    return known;
  }
}
