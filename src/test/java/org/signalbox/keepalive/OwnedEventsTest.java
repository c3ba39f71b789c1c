// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class OwnedEventsTest {
  private final List<String> fired = new ArrayList<>();
  private final OwnedEvents events = new OwnedEvents(new Fired(""), observedFor("watched"));

  @Test
  void whatHappensIsFiredWithItsOwner() {
    DestinationStatus status = status("somebody");
    events.happened(new DestinationAdded(status));
    events.happened(new DestinationsFlushed(1));
    assertThat(fired).containsExactly("DestinationAdded somebody", "DestinationsFlushed ");
  }

  @Test
  void answersAreFiredOnlyWhereSomebodyObservesThem() {
    for (String owner : List.of("watched", "other")) {
      assertThat(events.wantsAnswers(owner)).isTrue();
      events.happened(answered(owner));
    }
    assertThat(events.wantsAnswers("watched")).isTrue();
    assertThat(events.wantsAnswers("other")).isFalse();
    assertThat(fired).containsExactly("DestinationAnswered watched");
  }

  @Test
  void howManyOwnersThereAreDoesNotMatter() {
    for (int i = 0; i < 5_000; i++) {
      events.happened(answered("o" + i));
    }
    assertThat(events.wantsAnswers("o4999")).isFalse();
    assertThat(fired).isEmpty();
  }

  private static DestinationAnswered answered(String owner) {
    PingOutcome silence = new PingOutcome.NoAnswer(null);
    return new DestinationAnswered(status(owner), new PingResult(1, Instant.EPOCH, silence));
  }

  private static DestinationStatus status(String owner) {
    return new Station().destination("sip:gw", owner).status();
  }

  private static BeanManager observedFor(String owner) {
    return (BeanManager)
        Proxy.newProxyInstance(
            OwnedEventsTest.class.getClassLoader(),
            new Class<?>[] {BeanManager.class},
            (proxy, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("resolveObserverMethods");
              boolean known = Arrays.asList((Object[]) arguments[1]).contains(new Owner.Of(owner));
              return known ? java.util.Collections.singleton(null) : Set.of();
            });
  }

  /** Notes what is fired, and for whom. */
  private final class Fired implements Event<KeepaliveEvent> {
    private final String owner;

    Fired(String owner) {
      this.owner = owner;
    }

    @Override
    public void fire(KeepaliveEvent event) {
      fired.add(event.getClass().getSimpleName() + " " + owner);
    }

    @Override
    public Event<KeepaliveEvent> select(Annotation... qualifiers) {
      return new Fired(((Owner) qualifiers[0]).value());
    }

    @Override
    public <U extends KeepaliveEvent> CompletionStage<U> fireAsync(U event) {
      throw new UnsupportedOperationException("nobody asks for it");
    }

    @Override
    public <U extends KeepaliveEvent> CompletionStage<U> fireAsync(
        U event, NotificationOptions options) {
      throw new UnsupportedOperationException("nobody asks for it");
    }

    @Override
    public <U extends KeepaliveEvent> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
      throw new UnsupportedOperationException("nobody asks for it");
    }

    @Override
    public <U extends KeepaliveEvent> Event<U> select(
        TypeLiteral<U> subtype, Annotation... qualifiers) {
      throw new UnsupportedOperationException("nobody asks for it");
    }
  }
}
