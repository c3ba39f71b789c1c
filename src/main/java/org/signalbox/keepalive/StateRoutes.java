// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import org.signalbox.routing.Routing;
import org.signalbox.script.BlockKind;
import org.signalbox.script.RouteKind;
import org.signalbox.script.run.Frame;
import org.signalbox.sip.SipRequest;

/**
 * Runs the event routes of the file when a state has changed (keepalive.md §6). As every listener
 * it runs on a worker, after the new state is stored and with no lock held, so that a route may
 * remove the destination it is told about.
 */
final class StateRoutes implements KeepaliveListener {
  static final String UP = "keepalive:dst-up";
  static final String DOWN = "keepalive:dst-down";

  private final Routing routing;

  StateRoutes(Routing routing) {
    this.routing = routing;
  }

  @Override
  public void happened(KeepaliveEvent event) {
    if (event instanceof DestinationStateChanged changed) {
      String route = changed.state() == DestinationState.UP ? UP : DOWN;
      if (routing.has(BlockKind.EVENT, route)) {
        run(route, changed);
      }
    }
  }

  @Override
  public boolean wantsAnswers(String owner) {
    return false;
  }

  private void run(String route, DestinationStateChanged changed) {
    SipRequest filler = routing.faked();
    Frame frame =
        routing.frame(
            routing.faked(changed.destination().uri(), filler.received()), RouteKind.REQUEST);
    new Told(changed).in(frame);
    routing.event(route, frame);
  }
}
