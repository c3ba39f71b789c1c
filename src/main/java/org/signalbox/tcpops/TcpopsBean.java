// SPDX-License-Identifier: Apache-2.0
package org.signalbox.tcpops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.signalbox.module.ModulesStarted;

/** Makes CDI events of connections that end. */
@ApplicationScoped
public class TcpopsBean {
  @Inject private Event<TcpConnectionClosed> events;

  /** Passes the news on, if the file loads the module. */
  public void begin(@Observes ModulesStarted started) {
    started.find(TcpopsModule.class).ifPresent(module -> module.events().listen(events::fire));
  }
}
