// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/** The stream of what happens to the destinations, as server-sent events. */
@Path("destinations/events")
@RequestScoped
@RolesAllowed({Roles.VIEWER, Roles.ADMIN})
public class EventsResource {
  @Inject EventStream stream;
  @Inject Watching watching;

  /**
   * Subscribes.
   *
   * @param answers true to hear of every answered ping too, gathered once a second
   */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void events(
      @QueryParam("answers") @DefaultValue("false") boolean answers,
      @Context SseEventSink sink,
      @Context Sse sse) {
    watching.keepalive();
    if (!stream.subscribe(sink, sse, answers)) {
      throw new ProblemException(
          Status.SERVICE_UNAVAILABLE,
          "There are "
              + EventStream.MOST_SUBSCRIBERS
              + " event streams open, the most there may be.",
          null);
    }
  }
}
