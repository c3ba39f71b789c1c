// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testapp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.signalbox.keepalive.DestinationStateChanged;
import org.signalbox.keepalive.KeepaliveEvent;
import org.signalbox.keepalive.Owner;

/** An observer as an application would write it. */
@ApplicationScoped
public class HeardNews {
  private final List<String> changes = new CopyOnWriteArrayList<>();
  private final List<String> owned = new CopyOnWriteArrayList<>();

  void changed(@Observes DestinationStateChanged change) {
    changes.add(change.destination().uri() + " " + change.state());
  }

  void ofOurs(@Observes @Owner("probe") KeepaliveEvent event) {
    owned.add(event.getClass().getSimpleName());
  }

  void ofNobody(@Observes @Owner("nobody") KeepaliveEvent event) {
    owned.add("somebody else's " + event);
  }

  /** What was heard of the destinations of one owner. */
  public String owned() {
    return String.join(", ", owned);
  }

  public String text() {
    return String.join(", ", changes);
  }
}
