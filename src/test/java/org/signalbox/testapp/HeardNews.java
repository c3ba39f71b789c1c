// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testapp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.signalbox.keepalive.DestinationStateChanged;

/** An observer as an application would write it. */
@ApplicationScoped
public class HeardNews {
  private final List<String> changes = new CopyOnWriteArrayList<>();

  void changed(@Observes DestinationStateChanged change) {
    changes.add(change.destination().uri() + " " + change.state());
  }

  public String text() {
    return String.join(", ", changes);
  }
}
