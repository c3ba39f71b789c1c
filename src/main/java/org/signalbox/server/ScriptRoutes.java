// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.OptionalLong;
import javax.servlet.sip.SipServletRequest;
import org.signalbox.container.RawRequest;
import org.signalbox.routing.Routing;
import org.signalbox.script.BlockKind;
import org.signalbox.script.RouteKind;
import org.signalbox.script.run.Frame;

/**
 * Runs routes of the configuration file for servlets: {@code @Inject ScriptRoutes}. Thread-safe; a
 * route runs on the thread that asks for it.
 */
@Dependent
public class ScriptRoutes {
  private final Routing routing;

  @Inject
  public ScriptRoutes(Routing routing) {
    this.routing = routing;
  }

  /**
   * Runs {@code route[NAME]} for a request that this application has received.
   *
   * @param name the route as the file calls it
   * @return its value as {@code return} gives it, 0 when it ended the script; empty when the file
   *     has no such route
   * @throws IllegalArgumentException for a request that was not received
   */
  public OptionalLong run(String name, SipServletRequest request) {
    if (!(request instanceof RawRequest raw)) {
      throw new IllegalArgumentException("only a received request can run a route");
    }
    Frame frame = routing.frame(raw.message(), RouteKind.REQUEST);
    return frame
        .script()
        .route(BlockKind.NAMED, name)
        .map(route -> OptionalLong.of(routing.run(route, RouteKind.REQUEST, frame)))
        .orElseGet(OptionalLong::empty);
  }
}
